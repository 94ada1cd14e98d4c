using System.Runtime.CompilerServices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>Somebody whom a run takes in: the service, and the person as the run evaluates.</summary>
public sealed record TakenIn(Employment Employment, Employee Person);

/// <summary>Whom an agency's run of a period takes in, by the register and the recorded moves.</summary>
public sealed class RunPeople(IWorkforce workforce, IMoves moves)
{
    /// <summary>By the place that people hash to, then by id.</summary>
    public async IAsyncEnumerable<TakenIn> ListAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        var known = (await moves.ListAsync(agency, range, cancel).ToListAsync(cancel))
            .ToLookup(move => move.ToAgencyId == agency ? move.EmployeeId : move.FromEmployeeId);
        await foreach (var person in workforce.ListEmployeesAsync(agency, range, cancel))
        {
            if (RunRules.TakesIn(new(agency, person), period, known[person.Id]) is { } held)
            {
                yield return new(person, held);
            }
        }
    }

    /// <summary>Null when the run leaves the person out.</summary>
    public async Task<Employee?> FindAsync(
        AgencyId agency, EmployeeId person, AppraisalPeriod period, CancellationToken cancel) =>
        await workforce.FindEmployeeAsync(agency, person, cancel) is { } found
            ? RunRules.TakesIn(
                new(agency, found.Value), period, (await moves.ListAsync(agency, person, cancel)).Select(m => m.Value))
            : null;
}
