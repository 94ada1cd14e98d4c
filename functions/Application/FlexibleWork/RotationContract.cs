using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

public sealed record ProposedDayResponse(
    LocalDate Date, int MostElsewhere, int Planned, int Free, IReadOnlyList<EmployeeId> People);

public readonly struct HomeTurnResponse(HomeTurn turn)
{
    public EmployeeId EmployeeId => turn.Id;
    public int Turn => turn.Turn;
    public LocalDate? LastOn => turn.LastOn;
    public LocalDate? Planned => turn.Planned;
    public LocalDate? Proposed => turn.Proposed;
    public IReadOnlyList<ReasonResponse> Reasons => [.. turn.Reasons.Select(FlexibleTexts.Of)];
}

public readonly struct RotationResponse(ProposedRotation rotation)
{
    public UnitId UnitId => rotation.UnitId;
    public string? Policy => rotation.PolicyVersion;
    public IReadOnlyList<ProposedDayResponse> Days => DaysOf(rotation);
    public IReadOnlyList<HomeTurnResponse> Turns => [.. rotation.Turns.Select(one => new HomeTurnResponse(one))];

    public static RotationResponse Of(ProposedRotation rotation) => new(rotation);

    private static List<ProposedDayResponse> DaysOf(ProposedRotation rotation) =>
        [.. rotation.Days.Select(day => new ProposedDayResponse(
            day.Date,
            day.MostElsewhere,
            day.Planned,
            day.Free,
            [.. rotation.Turns.Where(turn => turn.Proposed == day.Date).Select(turn => turn.Id)]))];
}
