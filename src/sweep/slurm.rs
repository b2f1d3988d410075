//! The script with which a Slurm cluster computes a sweep.
//!
//! A job array with one task for each shard, started again by Slurm when a node fails, and behind it
//! one task that puts the shards together. All scheduling is Slurm's.

use std::fmt::Write;

/// What the script is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlurmJob {
    /// The name of the tasks: that of the sweep.
    pub name: String,
    /// The program, with its whole path.
    pub program: String,
    /// The folder in which relative paths begin.
    pub folder: String,
    /// The sweep file.
    pub sweep: String,
    /// Where shards are left.
    pub shards_folder: String,
    /// Into how many parts the sweep is cut.
    pub shards: u64,
    /// Cores of each task.
    pub cores: u64,
    /// The longest that a task may take, as Slurm writes it.
    pub time: String,
    /// More options for `sbatch`, for every task.
    pub options: Vec<String>,
    /// Arguments of every command, each as one word.
    pub arguments: Vec<String>,
    /// Arguments of `merge` alone.
    pub merge_arguments: Vec<String>,
}

impl SlurmJob {
    /// The script. Run with `bash` where `sbatch` is, it submits both jobs and prints their numbers.
    #[must_use]
    pub fn script(&self) -> String {
        let Self { name, shards, .. } = self;
        let mut script = format!(
            "#!/bin/bash\n\
             # Computes the sweep {name} in {shards} parts on a Slurm cluster, and puts them together.\n\
             # Submit it with: bash FILE. Prints the numbers of the job array and of the merge.\n\
             set -euo pipefail\n"
        );
        let array = format!("#SBATCH --array=1-{shards}\n#SBATCH --requeue\n");
        let part = self.command("shard", "\"$SLURM_ARRAY_TASK_ID\"", &self.shard_words());
        let merge = self.command("merge", "", &self.merge_words());
        let parts = self.task(&array, "%A-%a", &part);
        let whole = self.task("", "%j", &merge);
        // Writing to a string does not fail.
        let _ = write!(
            script,
            "\nmkdir -p {folder}\n\
             array=$(sbatch --parsable <<'TASK'\n{parts}TASK\n)\n\
             merge=$(sbatch --parsable --dependency=afterok:\"${{array%%;*}}\" \
             --kill-on-invalid-dep=yes <<'TASK'\n{whole}TASK\n)\n\
             echo \"${{array%%;*}} ${{merge%%;*}}\"\n",
            folder = quoted(&self.log_folder()),
        );
        script
    }

    /// Where tasks write what they have to say.
    fn log_folder(&self) -> String {
        format!("{}/logs", self.shards_folder)
    }

    /// A task's script, up to its end.
    fn task(&self, head: &str, number: &str, command: &str) -> String {
        let mut options = String::new();
        for option in &self.options {
            options += "#SBATCH ";
            options += &one_line(option);
            options += "\n";
        }
        format!(
            "#!/bin/bash\n\
             #SBATCH --job-name={name}\n\
             {head}\
             #SBATCH --nodes=1\n\
             #SBATCH --ntasks=1\n\
             #SBATCH --cpus-per-task={cores}\n\
             #SBATCH --time={time}\n\
             #SBATCH --output=\"{logs}/{number}.log\"\n\
             #SBATCH --open-mode=append\n\
             {options}\
             cd {folder}\n\
             exec {command} --threads \"${{SLURM_CPUS_PER_TASK:-1}}\"\n",
            name = self.name,
            cores = self.cores,
            time = one_line(&self.time),
            logs = one_line(&self.log_folder()),
            folder = quoted(&self.folder),
        )
    }

    /// A command of the program on the sweep.
    fn command(&self, command: &str, part: &str, words: &[String]) -> String {
        let mut line = format!(
            "{} {command} {}",
            quoted(&self.program),
            quoted(&self.sweep)
        );
        if !part.is_empty() {
            let _ = write!(line, " {part}/{}", self.shards);
        }
        for word in words {
            line += " ";
            line += &quoted(word);
        }
        line
    }

    fn shard_words(&self) -> Vec<String> {
        let mut words = self.arguments.clone();
        words.extend(["--out".to_owned(), self.shards_folder.clone()]);
        words
    }

    fn merge_words(&self) -> Vec<String> {
        let mut words = vec![self.shards_folder.clone()];
        words.extend(self.arguments.iter().chain(&self.merge_arguments).cloned());
        words
    }
}

/// A word as the shell takes it, whatever is in it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./,=:+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Text that cannot end the line of an `#SBATCH` option.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> SlurmJob {
        SlurmJob {
            name: "a".to_owned(),
            program: "/opt/my tools/ruimtevraag".to_owned(),
            folder: "/home/o'brien".to_owned(),
            sweep: "sweeps/a.toml".to_owned(),
            shards_folder: "output/my a-shards".to_owned(),
            shards: 8,
            cores: 16,
            time: "01:00:00".to_owned(),
            options: vec!["--partition=rome".to_owned()],
            arguments: vec!["--draws".to_owned(), "100".to_owned()],
            merge_arguments: vec!["--no-charts".to_owned()],
        }
    }

    #[test]
    fn both_jobs_have_what_slurm_needs() {
        let script = job().script();
        for line in [
            "#SBATCH --array=1-8",
            "#SBATCH --requeue",
            "#SBATCH --output=\"output/my a-shards/logs/%A-%a.log\"",
            "#SBATCH --cpus-per-task=16",
            "#SBATCH --partition=rome",
            "cd '/home/o'\\''brien'",
            "exec '/opt/my tools/ruimtevraag' shard sweeps/a.toml \"$SLURM_ARRAY_TASK_ID\"/8 --draws 100 \
             --out 'output/my a-shards' --threads \"${SLURM_CPUS_PER_TASK:-1}\"",
            "exec '/opt/my tools/ruimtevraag' merge sweeps/a.toml 'output/my a-shards' --draws 100 --no-charts \
             --threads \"${SLURM_CPUS_PER_TASK:-1}\"",
        ] {
            assert!(script.lines().any(|one| one == line), "{line}\n{script}");
        }
        assert!(script.contains("--dependency=afterok:\"${array%%;*}\""));
    }

    #[test]
    fn no_word_breaks_out_of_its_place() {
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("$(rm x)"), "'$(rm x)'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        let option = vec!["--comment=a\nrm -rf b".to_owned()];
        let script = SlurmJob {
            options: option,
            ..job()
        }
        .script();
        assert!(script.lines().all(|line| !line.starts_with("rm")));
    }
}
