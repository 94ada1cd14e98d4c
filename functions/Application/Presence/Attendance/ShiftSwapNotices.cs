using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Who is told what of a swap; written with it, beside its row.</summary>
internal static class ShiftSwapNotices
{
    /// <summary>Whoever is to answer: the other person, the superiors, and who acts for these.</summary>
    internal static IReadOnlyList<OutgoingEvent> Requested(ShiftSwap asked, IEnumerable<SwapApprover> approvers) => Of(
        asked,
        [.. approvers.SelectMany(a => a.All).Prepend(asked.WithId).Distinct()],
        NoticeCode.ShiftSwapRequested,
        About(asked) with { EmployeeId = asked.EmployeeId });

    /// <summary>The two, once it is decided; before that nobody.</summary>
    internal static IReadOnlyList<OutgoingEvent> Answered(ShiftSwap swap) =>
        swap.State is ShiftSwapState.Approved or ShiftSwapState.Declined
            ? Of(
                swap,
                swap.Both,
                NoticeCode.ShiftSwapDecided,
                About(swap) with { Outcome = JsonFormat.Name(swap.State) })
            : [];

    private static NoticeSubject About(ShiftSwap swap) => new() { Date = swap.First, Reference = swap.Id.ToString() };

    private static IReadOnlyList<OutgoingEvent> Of(
        ShiftSwap swap, IReadOnlyList<EmployeeId> people, NoticeCode code, NoticeSubject about) => NoticeEvents.Of(
        [.. people.Select(person => new Notice(swap.AgencyId, person, code, about, swap.Trail[^1].At))],
        new OutboxPlace(TableNames.ShiftSwaps, swap.AgencyId.ToString()));
}
