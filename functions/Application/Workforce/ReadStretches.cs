using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>Where a person served before, followed back from agency to agency by the recorded moves.</summary>
public sealed class ReadStretches(IMoves moves, ISecondments secondments)
{
    /// <summary>
    /// The first day in the receiving agency: of the move or, where that agency had the person on secondment until
    /// then, of the secondment.
    /// </summary>
    public async Task<LocalDate> BeginningOfAsync(Move came, CancellationToken cancel)
    {
        var first = came.On;
        foreach (var sent in (await secondments.ListAsync(came.FromAgencyId, came.FromEmployeeId, cancel)).Reverse())
        {
            first = sent.ToAgencyId == came.ToAgencyId && sent.From < first && sent.To >= first ? sent.From : first;
        }

        return first;
    }

    /// <summary>
    /// The person's days in this agency and in those that he or she came from, the newest first. Days after a move
    /// away from here are the other agency's and not among them.
    /// </summary>
    /// <param name="agency">From whose point of view.</param>
    /// <param name="person">The person there.</param>
    /// <param name="earliest">Nothing before this day is looked for.</param>
    /// <param name="cancel">Stops between two agencies.</param>
    public async Task<IReadOnlyList<ServiceStretch>> OfAsync(
        AgencyId agency, EmployeeId person, LocalDate earliest, CancellationToken cancel)
    {
        var stretches = new List<ServiceStretch>();
        var known = await OfPersonAsync(agency, person, cancel);
        var last = MoveRules.LeftOn(known, agency, person)?.PlusDays(-1) ?? LocalDate.MaxIsoValue;
        while (MoveRules.ArrivalBy(known, agency, person, last) is { } came && came.On > earliest)
        {
            var first = await BeginningOfAsync(came, cancel);
            stretches.Add(new(agency, person, first, last));
            (agency, person, last) = (came.FromAgencyId, came.FromEmployeeId, first.PlusDays(-1));
            known = await OfPersonAsync(agency, person, cancel);
        }

        stretches.Add(ServiceStretch.Always(agency, person) with { To = last });
        return stretches;
    }

    private async Task<IReadOnlyList<Move>> OfPersonAsync(
        AgencyId agency, EmployeeId person, CancellationToken cancel) =>
        [.. (await moves.ListAsync(agency, person, cancel)).Select(m => m.Value)];
}
