# Conditions, and the rules under which they are met

condition-above = above { $threshold }
condition-at-least = at least { $threshold }
condition-below = below { $threshold }
condition-at-most = at most { $threshold }
unit-ha-net = ha net
unit-year = year
unit-ha-gross = ha gross

discover-walk = the random walk of { $name }
discover-equals = equal to { $threshold }
discover-and = and
discover-rule = If { $restrictions }, then { $often }. This is so in { $mass } of the draws, and explains { $coverage } of the draws that meet the condition.
discover-tenths = in { $tenths } of 10 draws ({ $percent })
discover-nearly-always = in nearly all draws ({ $percent })
discover-part = in { $percent } of the draws

discover-topic-often = How often
discover-topic-rule = Rule { $number }
discover-topic-none = No rule
discover-heading = { $title }: { $condition }
discover-share = This holds in { $share } of { draws }. { $outcomes }: { $spread }.
discover-tested = Limits were sought in one half of the draws; the figures below are those of the other half.
discover-first = Rule { $number }.
discover-next = Rule { $number }, for the remaining draws.
discover-none = No input demonstrably tells these draws from the others.
discover-no-more = For the rest of the draws there is no rule that holds up.
discover-extreme = Too few draws lie on one side of this threshold to find conditions.
discover-try = This threshold does divide them: --when "{ $condition }"
discover-try-yes-or-no = Choose an outcome in hectares, such as backlog, with a threshold that divides the draws.
discover-column-restriction = limit
discover-column-within = holds in
discover-column-kept = comes back
discover-column-range = limit P5 – P95
discover-column-p = p-value
discover-kept-note = Comes back: the part of { $times } random divisions of the draws in which the first rule limits this input on this side.
discover-group-note = Inputs of one correlation group move together; a rule may name one where another does the work.

chart-tradeoff-title = Trade-off between coverage and density: { $condition }
chart-tradeoff-reading = Each step to the left narrows the inputs: fewer of the draws that meet the condition lie inside, but more of what lies inside meets it. Measured in draws that were not searched. { $chosen }
chart-tradeoff-chosen = The rule, less what adds nothing: density { $density } at coverage { $coverage }.
chart-coverage = coverage: part of the draws that meet it, %
chart-density = density: part that meets it, %
chart-tradeoff-searched = where it was sought
chart-tradeoff-tested = where it was not sought
chart-box-title = Where it happens: { $condition }
chart-box-reading = Each dot is a draw ({ $shown } of { $draws }); the rectangle is what the rule asks of these two inputs; dots of an input of two values lie spread. { $rule }
chart-box-met = meets it
chart-box-not-met = does not meet it
chart-box-box = within the rule
chart-chosen = the rule

# The smallest package of levers

packages =
    { $tried ->
        [one] 1 package
       *[other] { $tried } packages
    }
relief-heading = Which levers bring { $condition } below { $below } of { draws }?
relief-ends =
    Without levers it is so in { $without } of the draws, { $levers ->
        [one] with the one lever
       *[other] with all { $levers } together
    } in { $all }.
relief-proven =
    The smallest package has { $size ->
        [one] 1 lever
       *[other] { $size } levers
    }; packages of that size that are enough: { $packages }. Proven smallest: every smaller package was tried on the same draws ({ packages } in all).
relief-found =
    A package of { $size ->
        [one] 1 lever
       *[other] { $size } levers
    } is enough. Not proven smallest: not every smaller package was tried ({ packages } in all).
relief-none = No package that was tried is enough ({ packages }: one lever added at a time, and all together).
relief-column-levers = levers
relief-column-share = part of the draws
relief-column-cost = cost, mln euro
chart-relief-title = With more and more levers: { $condition }
chart-relief-reading = How often it is still so on the same { draws }, each time with the lever added that then helps most; beside it each lever alone, and the smallest packages that are enough.
chart-relief-unit = % of the draws
chart-relief-path = one lever added at a time
chart-relief-others = each lever alone
chart-relief-enough = smallest packages that are enough
chart-relief-limit = limit: below { $below }
chart-relief-none = no lever
chart-relief-all =
    { $levers ->
        [one] the one lever
       *[other] all { $levers } together
    }
