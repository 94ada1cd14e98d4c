using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class AnonymousFeedbackTests
{
    [Fact]
    public void Two_givers_stay_hidden_and_the_third_shows_all_three()
    {
        FeedbackNote[] notes = [Note("peg-a", 1), Note("peg-b", 2), Note("peg-c", 3, level: ExpectationLevel.Above)];
        Assert.Empty(AnonymousFeedback.Shown(notes[..2], 3));
        var heard = Assert.Single(AnonymousFeedback.Shown(notes, 3));
        Assert.Equal(new HeardTogether(GiverRole.Peer, FeedbackSubject.Loyal, 3, new LevelCounts(0, 2, 1, 0)), heard);
    }

    [Fact]
    public void Ten_notes_of_two_givers_stay_hidden() => Assert.Empty(AnonymousFeedback.Shown(
        Enumerable.Range(0, 10).Select(n => Note(n % 2 == 0 ? "peg-a" : "peg-b", n)), 3));

    [Fact]
    public void A_giver_who_wrote_twice_is_one_giver_of_two_notes()
    {
        var heard = AnonymousFeedback.Shown([Note("peg-a", 1), Note("peg-a", 2), Note("peg-b", 3), Note("peg-c", 4)], 3)
            .Single();
        Assert.Equal((3, new LevelCounts(0, 4, 0, 0)), (heard.Givers, heard.Levels));
    }

    /// <summary>
    /// Seen after three, after four and after five, the fourth and the fifth would show by subtraction.
    /// </summary>
    [Fact]
    public void A_fourth_and_a_fifth_giver_wait_for_a_sixth()
    {
        FeedbackNote[] notes = [.. Enumerable.Range(0, 6).Select(n => Note($"peg-{n}", n))];
        Assert.Equal(
            [3, 3, 3, 6], new[] { 3, 4, 5, 6 }.Select(n => AnonymousFeedback.Shown(notes[..n], 3).Single().Givers));
    }

    [Fact]
    public void A_leader_is_named_and_so_not_counted_here() => Assert.Empty(AnonymousFeedback.Shown(
        Enumerable.Range(0, 5).Select(n => Note($"peg-{n}", n).Saying(c => c with { Role = GiverRole.Leader })), 3));

    [Fact]
    public void Roles_and_values_are_not_added_up_to_reach_three() => Assert.Empty(AnonymousFeedback.Shown(
        [
            Note("peg-a", 1), Note("peg-b", 2), Note("peg-c", 3).Saying(c => c with { Role = GiverRole.Subordinate }),
            Note("peg-d", 4).Saying(c => c with { Role = GiverRole.Served }),
            Note("peg-e", 5).Saying(c => c with { Subject = FeedbackSubject.Adaptive }),
        ],
        3));

    [Fact]
    public void Notes_without_a_level_count_as_such()
    {
        FeedbackNote[] notes =
            [Note("peg-a", 1).Saying(c => c with { Level = null }), Note("peg-b", 2), Note("peg-c", 3)];
        Assert.Equal(new LevelCounts(0, 2, 0, 1), AnonymousFeedback.Shown(notes, 3).Single().Levels);
    }

    /// <summary>
    /// Somebody who looks after every single note and subtracts each look from the one before: whatever differs is the
    /// work of at least the least number of givers, found by going through the notes plainly.
    /// </summary>
    [Fact]
    public void No_two_looks_differ_by_fewer_givers_than_the_least() => Always.HoldsFor(random =>
    {
        var least = random.Next(3, 6);
        FeedbackNote[] notes = [.. Enumerable.Range(0, random.Next(40)).Select(n => Any(random, n))];
        var before = new Dictionary<(GiverRole, FeedbackSubject), int>();
        for (var seen = 1; seen <= notes.Length; seen++)
        {
            var now = AnonymousFeedback.Shown(notes[..seen].OrderBy(_ => random.Next()), least)
                .ToDictionary(
                    h => (h.Role, h.Subject),
                    h => h.Levels.Below + h.Levels.Meets + h.Levels.Above + h.Levels.WithoutLevel);
            foreach (var (group, count) in now)
            {
                var added = notes[..seen].Where(n => (n.Claim.Role, n.Claim.Subject) == group).Take(count)
                    .Skip(before.GetValueOrDefault(group)).ToList();
                Assert.True(added.Count == 0 || added.Select(n => n.Claim.GiverId).Distinct().Count() >= least);
            }

            Assert.All(before, group => Assert.True(now.ContainsKey(group.Key)));
            before = now;
        }
    });

    /// <summary>Whoever holds months against the quarter finds the quarter's own steps, each in one month.</summary>
    [Fact]
    public void Months_share_out_the_steps_of_their_quarter() => Always.HoldsFor(random =>
    {
        var least = random.Next(3, 6);
        FeedbackNote[] notes = [.. Enumerable.Range(0, random.Next(60)).Select(n => Any(random, n))];
        Instant[] cuts = [.. Enumerable.Range(0, 2).Select(_ => Note("peg-a", random.Next(60)).ReceivedAt).Order()];
        Interval[] months = [new(null, cuts[0]), new(cuts[0], cuts[1]), new(cuts[1], null)];
        var whole = Sums([AnonymousFeedback.Shown(notes, least)]);
        Assert.Equal(whole, Sums(months.Select(month => AnonymousFeedback.Shown(notes, least, month))));
        Assert.All(
            months.SelectMany(month => AnonymousFeedback.Shown(notes, least, month)),
            heard => Assert.True(heard.Givers >= least));
    });

    private static List<(GiverRole, FeedbackSubject, LevelCounts)> Sums(
        IEnumerable<IReadOnlyList<HeardTogether>> shown) =>
    [
        .. shown.SelectMany(heard => heard).GroupBy(heard => (heard.Role, heard.Subject))
            .OrderBy(group => group.Key.Role).ThenBy(group => group.Key.Subject)
            .Select(group => (group.Key.Role, group.Key.Subject, new LevelCounts(
                group.Sum(h => h.Levels.Below), group.Sum(h => h.Levels.Meets), group.Sum(h => h.Levels.Above),
                group.Sum(h => h.Levels.WithoutLevel)))),
    ];

    private static FeedbackNote Any(Random random, int number) => Note($"peg-{random.Next(7)}", number).Saying(
        c => c with
        {
            Role = (GiverRole)random.Next(4),
            Subject = (FeedbackSubject)random.Next(2),
            Level = random.Next(4) is var level and < 3 ? (ExpectationLevel)level : null,
        });

    private static FeedbackNote Note(string giver, int number, ExpectationLevel level = ExpectationLevel.Meets) =>
        new(
            Some.Feedback(GiverRole.Peer) with
            {
                Id = Some.Client($"note-{number:D4}"),
                GiverId = Some.Person(giver),
                Subject = FeedbackSubject.Loyal,
                Level = level,
            },
            Some.Quarter,
            Some.Morning + Duration.FromMinutes(number));
}
