using Kinerja.Domain.Surveys;

namespace Kinerja.Domain.Tests.Surveys;

/// <summary>
/// Agencies as groups of one question, closed and opened again: what a reader of all results can put together.
/// </summary>
public sealed class SurveyDisclosureTests
{
    private static readonly Survey Asked = new(
        SurveyId.Parse("fwa-2026").Value, "Survei", new(2026, 1, 5), new(2026, 1, 9), SurveyBreakdown.Agency,
        [new("pola", QuestionKind.Choice, "Pola?", ["WFO", "WFA"])], [], []);

    [Fact]
    public void A_small_agency_is_hidden_and_takes_the_smallest_large_one_with_it()
    {
        var told = new SurveyDisclosure(Asked, Counts(("a", 30, 10, 0), ("b", 8, 4, 0), ("c", 2, 1, 0)), []);
        Assert.Equal(["a"], told.Questions(null)[0].Groups.Keys);
        Assert.Equal(2, told.Questions(null)[0].GroupsLeftOut);
        Assert.Equal([40, 15], told.Questions(null)[0].All.Counts);
        Assert.Equal((40, null, null), (told.ResponsesOf("a"), told.ResponsesOf("b"), told.ResponsesOf("c")));
        Assert.Equal([30, 10], told.QuestionsOf("a", null)[0].All.Counts);
        Assert.Null(told.QuestionsOf("b", null)[0].All.Counts);
        var small = told.QuestionsOf("c", null)[0].All;
        Assert.Equal((3, null), (small.Answered, small.Counts));
    }

    [Fact]
    public void Bug_ten_who_answered_anew_hide_nobody_where_nine_of_them_are_of_another_group()
    {
        var before = Counts(("a", 20, 10, 0), ("b", 20, 10, 0), ("c", 20, 10, 0));
        var now = Counts(("a", 29, 10, 9), ("b", 20, 11, 1), ("c", 20, 10, 0));
        var told = new SurveyDisclosure(Asked, now, [before]);
        Assert.Null(told.WhyTooFew);
        Assert.Equal(["c"], told.Questions(null)[0].Groups.Keys);
    }

    [Fact]
    public void A_group_that_was_hidden_stays_hidden_though_it_has_grown()
    {
        var before = Counts(("a", 20, 10, 0), ("b", 8, 4, 0), ("c", 3, 2, 0));
        var told = new SurveyDisclosure(
            Asked, Counts(("a", 20, 10, 0), ("b", 8, 4, 0), ("c", 13, 2, 10)), [before]);
        Assert.Equal(["a"], told.Questions(null)[0].Groups.Keys);
    }

    [Fact]
    public void What_nobody_was_told_hides_nothing_later()
    {
        var first = Counts(("a", 20, 10, 0), ("b", 20, 10, 0));
        var few = Counts(("a", 21, 10, 1), ("b", 20, 10, 0));
        var told = new SurveyDisclosure(Asked, Counts(("a", 41, 10, 21), ("b", 20, 20, 10)), [first, few]);
        Assert.Equal(["a", "b"], told.Questions(null)[0].Groups.Keys.Order());
        Assert.Equal(RefusalCodes.TooFewAnswers, new SurveyDisclosure(Asked, few, [first]).WhyTooFew?.Code);
        var neverCounted = new SurveyDisclosure(Asked, few, []);
        Assert.Null(neverCounted.WhyTooFew);
        Assert.Equal(["a", "b"], neverCounted.Questions(null)[0].Groups.Keys.Order());
    }

    /// <summary>
    /// Against <see cref="DisclosureAttack"/>: whatever is added and subtracted, what comes out is of nobody or of ten.
    /// </summary>
    [Fact]
    public void Whoever_adds_and_subtracts_all_that_was_ever_told_finds_no_few_people() => Always.HoldsFor(random =>
    {
        var (groups, closings) = (random.Next(2, 6), random.Next(1, 4));
        var people = Enumerable.Range(0, groups).Select(_ => new Person?[random.Next(1, 26)]).ToList();
        var attack = new DisclosureAttack(groups, closings);
        var (history, touched) = (new List<SurveyCounts>(), new List<HashSet<(int Group, int Person)>>());
        for (var closing = 0; closing < closings; closing++)
        {
            touched.Add(Answer(random, people, closing));
            var counts = CountsOf(people, closing);
            attack.Begin(closing, group => !touched[closing].Any(one => one.Group == group));
            var told = new SurveyDisclosure(Asked, counts, history);
            var result = told.Questions(null)[0];
            if (told.WhyTooFew is null && result.All.Counts is not null)
            {
                attack.Learn(closing, Enumerable.Range(0, groups));
                foreach (var group in result.Groups.Keys)
                {
                    attack.Learn(closing, [group[1] - '0']);
                }
            }

            history.Add(counts);
        }

        foreach (var set in Sets(groups))
        {
            for (var to = 0; to < closings; to++)
            {
                var size = set.Sum(g => people[g].Count(p => p?.AnswerAt(to) is not null));
                Assert.False(
                    size is > 0 and < 10 && attack.Finds(to, set), $"{size} of {string.Join(' ', set)} at {to}");
                for (var from = 0; from < to; from++)
                {
                    var changed = Enumerable.Range(from + 1, to - from).SelectMany(at => touched[at])
                        .Where(one => set.Contains(one.Group)).Distinct().Count();
                    Assert.False(
                        changed is > 0 and < 10 && attack.FindsChange(from, to, set),
                        $"{changed} of {string.Join(' ', set)} between {from} and {to}");
                }
            }
        }
    }, 1500);

    /// <summary>Who answers at a closing, anew or at first; some leave out the question that they answered.</summary>
    private static HashSet<(int Group, int Person)> Answer(Random random, List<Person?[]> people, int closing)
    {
        var touched = new HashSet<(int, int)>();
        var eager = random.NextDouble();
        for (var group = 0; group < people.Count; group++)
        {
            var often = closing == 0 ? 0.9 : random.Next(3) switch { 0 => 0, 1 => eager, _ => eager / 5 };
            for (var i = 0; i < people[group].Length; i++)
            {
                if (random.NextDouble() < often)
                {
                    var answer = random.Next(12) == 0 ? (int?)null : random.Next(2);
                    if (answer is not null || people[group][i]?.Last is not null)
                    {
                        touched.Add((group, i));
                    }

                    (people[group][i] ??= new()).Answers.Add((closing, answer));
                }
            }
        }

        return touched;
    }

    private static SurveyCounts CountsOf(List<Person?[]> people, int closing)
    {
        var cells = people.Select((group, g) => (Group: $"g{g}", Cell: new CellCounts(
            [group.Count(p => p?.AnswerAt(closing) == 0), group.Count(p => p?.AnswerAt(closing) == 1)],
            closing == 0 ? 0 : group.Count(p => p is { Last: not null } && p.Answers[^1].Closing == closing))));
        var all = people.Select((group, g) => (Group: $"g{g}", Cell: new CellCounts(
            [group.Count(p => p is not null)],
            closing == 0 ? 0 : group.Count(p => p is not null && p.Answers[^1].Closing == closing))));
        return new(new Dictionary<string, IReadOnlyDictionary<string, CellCounts>>
        {
            ["pola"] = cells.Where(c => c.Cell.Answered > 0).ToDictionary(c => c.Group, c => c.Cell),
            [SurveyCounts.Responses] = all.Where(c => c.Cell.Answered > 0).ToDictionary(c => c.Group, c => c.Cell),
        });
    }

    private static IEnumerable<List<int>> Sets(int groups) => Enumerable.Range(1, (1 << groups) - 1)
        .Select(set => Enumerable.Range(0, groups).Where(group => (set >> group & 1) == 1).ToList());

    private static SurveyCounts Counts(params (string Group, int Wfo, int Wfa, int Since)[] groups) => new(
        new Dictionary<string, IReadOnlyDictionary<string, CellCounts>>
        {
            ["pola"] = groups.ToDictionary(g => g.Group, g => new CellCounts([g.Wfo, g.Wfa], g.Since)),
            [SurveyCounts.Responses] = groups.ToDictionary(g => g.Group, g => new CellCounts([g.Wfo + g.Wfa], g.Since)),
        });

    private sealed class Person
    {
        internal List<(int Closing, int? Answer)> Answers { get; } = [];

        internal int? Last => Answers[^1].Answer;

        internal int? AnswerAt(int closing) => Answers.LastOrDefault(a => a.Closing <= closing).Answer;
    }
}
