using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

/// <summary>
/// From when a person's term to object runs. The first revision is published on Monday 6 July 2026, WIB.
/// </summary>
public sealed class DeliveryTests
{
    private static readonly LocalDate Start = new(2026, 7, 6);

    /// <summary>Deemed on the 13th; the term of 14 days then ends on the 27th.</summary>
    [Theory]
    [InlineData(null, "2026-07-27")]
    [InlineData("2026-07-06T03:00:00Z", "2026-07-20")]
    [InlineData("2026-07-12T16:59:59Z", "2026-07-26")]
    [InlineData("2026-07-12T17:00:00Z", "2026-07-27")]
    [InlineData("2026-07-14T03:00:00Z", "2026-07-27")]
    [InlineData("2026-08-30T03:00:00Z", "2026-07-27")]
    public void A_term_runs_from_the_receipt_that_comes_before_the_deemed_day(string? receivedAt, string until)
    {
        var policy = Policy(7, DayCount.Calendar);
        var receipt = receivedAt is null ? null : Received(Published(1), policy, receivedAt).Value;
        var delivery = new Delivery(1, Outcome(90), new(2026, 7, 13), new(2026, 7, 27)) { Receipt = receipt };
        Assert.Equal(until, $"{ObjectionTerms.RunsBy([delivery]).Until:uuuu-MM-dd}");
    }

    [Fact]
    public void A_receipt_counts_from_its_confirmation_and_is_refused_before_publication()
    {
        var receipt = Received(Published(1), Policy(0, DayCount.Calendar), "2026-07-08T03:00:00Z").Value;
        Assert.Equal((1, Some.At("2026-07-08T03:00:00Z")), (receipt.Revision, receipt.At));
        var early = Received(
            Published(1) with { PublishedAt = null }, Policy(0, DayCount.Calendar), "2026-07-08T03:00:00Z");
        Assert.Equal(RefusalCodes.RankingNotReady, early.Refusal!.Code);
    }

    [Fact]
    public void A_receipt_of_a_replaced_outcome_shortens_no_later_term()
    {
        var policy = Policy(30, DayCount.Calendar);
        var first = Received(Published(1), policy, "2026-07-07T03:00:00Z").Value;
        Delivery[] published =
        [
            new(1, Outcome(90), Start.PlusDays(30), Start.PlusDays(44)) { Receipt = first },
            new(2, Outcome(80), Start.PlusDays(40), Start.PlusDays(54)),
            new(3, Outcome(90), Start.PlusDays(50), Start.PlusDays(64)),
        ];
        Assert.Equal(Start.PlusDays(64), ObjectionTerms.RunsBy(published).Until);
        Assert.Equal(new LocalDate(2026, 7, 21), ObjectionTerms.RunsBy(published[..1]).Until);
    }

    /// <summary>
    /// The oracle walks day by day from the publication of the outcome that stands: it is delivered when any revision
    /// with it is received, or when it is deemed to be, and then the days of the term are counted one by one.
    /// </summary>
    [Fact]
    public void The_term_of_any_history_of_revisions_and_receipts_is_that_of_a_walk_through_its_days() =>
        Always.HoldsFor(random =>
        {
            var policy = Policy(random.Next(0, 12), (DayCount)random.Next(2)) with
            {
                ToObject = new Term(random.Next(1, 20), (DayCount)random.Next(2)),
            };
            var (history, day) = (new List<(Delivery Delivery, LocalDate On)>(), Start);
            foreach (var revision in Enumerable.Range(1, random.Next(1, 6)))
            {
                day = day.PlusDays(random.Next(0, 9));
                var deemed = Deadline.LastDay(day, policy.DeemedDelivery, IsWorkingDay);
                var receipt = random.Next(2) == 0
                    ? null
                    : Received(Published(revision), policy, day.PlusDays(random.Next(0, 20))).Value;
                history.Add((
                    new Delivery(
                        revision, Outcome(90 + random.Next(2)), deemed,
                        Deadline.LastDay(deemed, policy.ToObject, IsWorkingDay))
                    { Receipt = receipt },
                    day));
            }

            var delivery = ObjectionTerms.RunsBy([.. history.Select(h => h.Delivery)]);
            Assert.Equal(Walk(history, policy), (delivery.Revision, delivery.Until));
        });

    private static (int Revision, LocalDate Until) Walk(
        List<(Delivery Delivery, LocalDate On)> history, ObjectionPolicy policy)
    {
        var at = history.Count - 1;
        while (at > 0 && history[at - 1].Delivery.Outcome == history[at].Delivery.Outcome)
        {
            at--;
        }

        var received = history.Skip(at).Select(h => h.Delivery.Receipt).OfType<ResultReceipt>()
            .Select(r => r.At.InZone(Some.Wib).Date).ToHashSet();
        var (today, left) = (history[at].On, policy.DeemedDelivery.Days);
        while (left > 0 && !received.Contains(today))
        {
            today = today.PlusDays(1);
            left -= Counts(policy.DeemedDelivery, today);
        }

        for (left = policy.ToObject.Days; left > 0; left -= Counts(policy.ToObject, today))
        {
            today = today.PlusDays(1);
        }

        return (history[at].Delivery.Revision, today);
    }

    private static int Counts(Term term, LocalDate day) =>
        term.Count == DayCount.Calendar || IsWorkingDay(day) ? 1 : 0;

    private static bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static ObjectionPolicy Policy(int days, DayCount count) =>
        ObjectionPolicy.Default with { DeemedDelivery = new(days, count) };

    private static Result<ResultReceipt> Received(EvaluationRun run, ObjectionPolicy policy, LocalDate on) =>
        ReceiptRules.Receive(
            run, policy, Some.Wib, IsWorkingDay, on.At(new(10, 0)).InZoneStrictly(Some.Wib).ToInstant());

    private static Result<ResultReceipt> Received(EvaluationRun run, ObjectionPolicy policy, string at) =>
        ReceiptRules.Receive(run, policy, Some.Wib, IsWorkingDay, Some.At(at));

    internal static EvaluationRun Published(int revision) => new(
        Some.AgencyId, AppraisalPeriod.OfYear(2026), revision, RunState.Published, 1, 1,
        Some.At("2026-07-06T01:00:00Z"), Some.At("2026-07-06T02:00:00Z"), "evaluation-2026.1", "ranking-2026.1")
    {
        DistributionPolicyVersion = "distribution-2026.1",
        ObjectionPolicyVersion = "objection-2026.1",
        PublishedAt = Some.At("2026-07-06T02:00:00Z"),
    };

    private static DeliveredOutcome Outcome(decimal score) => DeliveredOutcome.Of(
        Predicate.Good, Some.Score(score), TopShare.Out);
}
