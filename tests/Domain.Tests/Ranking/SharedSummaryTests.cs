using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Surveys;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>What the national operator sees of an agency's final result: numbers, and none of few people.</summary>
public sealed class SharedSummaryTests
{
    [Fact]
    public void Small_groups_are_left_out_with_as_many_others_as_hide_them()
    {
        var shared = Shared(new(0, 2, 3, 40, 14), notAssessed: 1, inTop: 11);

        Assert.Equal(40, shared.Of(Predicate.Good));
        Assert.Null(shared.Of(Predicate.VeryGood));
        Assert.Null(shared.Of(Predicate.Poor));
        Assert.Null(shared.NotAssessed);
        Assert.Equal((60, 20, 11), (shared.People, shared.Withheld, shared.InTopShare));
    }

    [Fact]
    public void An_agency_of_few_shows_no_number_of_people()
    {
        var shared = Shared(new(0, 0, 1, 6, 2), notAssessed: 0, inTop: 1);

        Assert.Equal((null, null, null), (shared.People, shared.Withheld, shared.InTopShare));
        Assert.All(Enum.GetValues<Predicate>(), predicate => Assert.Null(shared.Of(predicate)));
        Assert.Null(shared.Present);
    }

    [Fact]
    public void Flexible_days_of_few_people_are_not_shown_and_of_enough_with_their_punctuality()
    {
        var all = Summary(new(0, 0, 0, 40, 0), 0, 0);
        foreach (var person in Enumerable.Range(0, 40))
        {
            all = all.With(new AttendanceSummary(20, 18, person < 9 ? 4 : 0, 0, 0, 2, 0, 0)
            {
                OnTimeDays = 17,
                FlexibleOnTimeDays = person < 9 ? 3 : 0,
            });
        }

        Assert.Equal(new PresenceCounts(40, 720, 680), all.Present);
        Assert.Equal(94.4m, new SharedSummary(all).Present!.Value.OnTimePercent);
        Assert.Null(new SharedSummary(all).Flexible);
        var tenth = all.With(new AttendanceSummary(20, 18, 4, 0, 0, 2, 0, 0) { FlexibleOnTimeDays = 4 });
        Assert.Equal(new PresenceCounts(10, 40, 31), new SharedSummary(tenth).Flexible);
    }

    [Fact]
    public void Of_ten_people_the_number_is_shown_and_of_ten_unassessed_too()
    {
        var ten = Shared(new(0, 0, 0, 10, 0), notAssessed: 0, inTop: 0);
        Assert.Equal((10, 0, 10), (ten.People, ten.Withheld, ten.Of(Predicate.Good)));

        var unassessed = Shared(new(0, 0, 0, 12, 0), notAssessed: 10, inTop: 0);
        Assert.Equal((22, 10, 0), (unassessed.People, unassessed.NotAssessed, unassessed.Withheld));
    }

    [Theory]
    [InlineData(10, 20, 10)]
    [InlineData(10, 19, null)]
    [InlineData(9, 20, null)]
    public void The_top_share_is_shown_where_those_in_and_those_out_of_it_are_enough(
        int inTop, int people, int? shown) =>
        Assert.Equal(shown, Shared(new(0, 0, 0, people, 0), 0, inTop).InTopShare);

    /// <summary>However people fall into groups, what is hidden is nobody's alone.</summary>
    [Fact]
    public void What_is_withheld_is_never_a_small_number_of_people() => Always.HoldsFor(random =>
    {
        int Any() => random.Next(3) == 0 ? random.Next(60) : random.Next(12);
        var counts = new PredicateCounts(Any(), Any(), Any(), Any(), Any());
        var shared = Shared(counts, Any(), random.Next(40));
        if (shared.People is null)
        {
            Assert.Null(shared.Withheld);
            return;
        }

        Assert.True(shared.Withheld is 0 or >= SmallGroups.LeastSize, $"{shared.Withheld}");
        var shown = new[] { shared.NotAssessed }.Concat(Enum.GetValues<Predicate>().Select(shared.Of)).Sum();
        Assert.Equal(shared.People, shown + shared.Withheld);
        Assert.All(Enum.GetValues<Predicate>(), p => Assert.True(shared.Of(p) is null or >= SmallGroups.LeastSize));
        Assert.True(shared.InTopShare is null or >= SmallGroups.LeastSize);
    });

    private static SharedSummary Shared(PredicateCounts counts, int notAssessed, int inTop) =>
        new(Summary(counts, notAssessed, inTop));

    private static ResultSummary Summary(PredicateCounts counts, int notAssessed, int inTop) =>
        new(Some.AgencyId, Some.Quarter, 1, counts, notAssessed, inTop)
        {
            Distribution = new("distribution-2026.1", 1, 0, 0),
        };
}
