using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

public sealed record ProposedDayResponse(
    string Date, int MostElsewhere, int Planned, int Free, IReadOnlyList<string> People);

public sealed record HomeTurnResponse(
    string EmployeeId,
    int Turn,
    string? LastOn,
    string? Planned,
    string? Proposed,
    IReadOnlyList<ReasonResponse> Reasons)
{
    internal static HomeTurnResponse Of(HomeTurn turn) => new(
        turn.Id.ToString(),
        turn.Turn,
        Day(turn.LastOn),
        Day(turn.Planned),
        Day(turn.Proposed),
        [.. turn.Reasons.Select(FlexibleTexts.Of)]);

    private static string? Day(LocalDate? day) => day is { } given ? LocalDatePattern.Iso.Format(given) : null;
}

public sealed record RotationResponse(
    string UnitId, string? Policy, IReadOnlyList<ProposedDayResponse> Days, IReadOnlyList<HomeTurnResponse> Turns)
{
    public static RotationResponse Of(ProposedRotation rotation) => new(
        rotation.UnitId.ToString(),
        rotation.PolicyVersion,
        [.. rotation.Days.Select(day => new ProposedDayResponse(
            LocalDatePattern.Iso.Format(day.Date),
            day.MostElsewhere,
            day.Planned,
            day.Free,
            [.. rotation.Turns.Where(turn => turn.Proposed == day.Date).Select(turn => turn.Id.ToString())]))],
        [.. rotation.Turns.Select(HomeTurnResponse.Of)]);
}
