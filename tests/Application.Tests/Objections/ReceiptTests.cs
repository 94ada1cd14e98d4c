using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Tests.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Objections;

/// <summary>
/// Published on 8 April 2026 under a policy by which a result counts as delivered ten days later, on the 18th: the last
/// possible term ends on 2 May.
/// </summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task The_first_receipt_of_a_revision_counts_and_ends_that_persons_term_alone()
    {
        var world = await PublishedAsync();
        Assert.Equal(
            (new LocalDate(2026, 4, 18), new LocalDate(2026, 5, 2)),
            (Newest(world).DeemedOn!.Value, Newest(world).ObjectionsUntil!.Value));
        world.Clock.MoveTo(Some.At("2026-04-09T03:00:00Z"));
        var first = (await ConfirmAsync(world, "peg-a")).Value;
        world.Clock.MoveTo(Some.At("2026-04-12T03:00:00Z"));
        var again = (await ConfirmAsync(world, "peg-a")).Value;

        Assert.Equal((false, true), (first.Replayed, again.Replayed));
        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(Some.At("2026-04-09T03:00:00Z"), first.Receipt.At);
        Assert.Equal(new LocalDate(2026, 4, 23), await UntilAsync(world, "peg-a"));
        Assert.Equal(new LocalDate(2026, 5, 2), await UntilAsync(world, "peg-b"));
    }

    [Fact]
    public async Task Who_was_not_taken_in_and_what_there_is_not_is_refused()
    {
        var world = await PublishedAsync(w => w.Add(Some.Employee("peg-left") with { Active = false }));
        Refused.Is(RefusalCodes.UnknownEvaluation, await ConfirmAsync(world, "peg-left"));
        Refused.Is(RefusalCodes.UnknownEmployee, await ConfirmAsync(world, "peg-nobody"));
        Refused.Is(RefusalCodes.UnknownRevision, await ConfirmAsync(world, "peg-a", revision: 2));
        Refused.Is(
            RefusalCodes.UnknownRun,
            await Confirm(world).ExecuteAsync(
                Some.Actor, AppraisalPeriod.OfYear(2026), Some.Person("peg-a"), 1, default));
    }

    [Fact]
    public async Task Finality_waits_for_the_last_possible_term_whoever_has_received_it()
    {
        var world = await PublishedAsync();
        foreach (var letter in "abcdefghij")
        {
            Assert.Null((await ConfirmAsync(world, $"peg-{letter}")).Refusal);
        }

        world.Clock.MoveTo(Some.At("2026-05-02T16:59:59Z"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Equal(RunState.Published, Newest(world).State);
        world.Clock.MoveTo(Some.At("2026-05-02T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);
        Assert.Equal(RunState.Final, Newest(world).State);
    }

    private static Task<World> PublishedAsync(Action<World>? before = null) => RatedWorld.PublishedAsync(world =>
    {
        var terms = CompleteDocument.Of(
            PolicyKinds.Objection, """{"deemedDelivery":{"days":10,"count":"calendar"}}""");
        world.Policies.Rows.Add((Some.AgencyId, terms.Kind, terms.From, terms.Version), terms);
        before?.Invoke(world);
    });

    private static EvaluationRun Newest(World world) => world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    private static async Task<LocalDate?> UntilAsync(World world, string person) =>
        (await world.Term.FindAsync(Newest(world), Some.Person(person), default))?.Until;

    private static Task<Result<ConfirmedReceipt>> ConfirmAsync(World world, string person, int revision = 1) =>
        Confirm(world).ExecuteAsync(Some.Actor, Some.Quarter, Some.Person(person), revision, default);

    private static ConfirmReceipt Confirm(World world) => new(
        world.AgencyDirectory, world.Runs, world.Results, world.PinnedPolicies, world.Receipts, world.Term,
        world.Clock);
}
