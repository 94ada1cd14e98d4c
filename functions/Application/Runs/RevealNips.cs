using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>NIPs, and the record that they were given out.</summary>
public sealed record RevealedNips(NipResolution Resolution, IReadOnlyDictionary<EmployeeId, Nip> ByPerson);

/// <summary>
/// The only way from people of a result to their NIPs: who asks and why is written down before anybody gets a number.
/// </summary>
public sealed class RevealNips(IIdentities identities, INipResolutions records, TimeProvider clock)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="run">In whose result the people stand; its agency's people.</param>
    /// <param name="asked">Every id of the question, for the record.</param>
    /// <param name="known">Those of them whose NIPs are given, where they have one.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<RevealedNips> ExecuteAsync(
        Actor actor, string purpose, EvaluationRun run, IReadOnlyList<EmployeeId> asked,
        IReadOnlyCollection<EmployeeId> known, CancellationToken cancel)
    {
        var nips = await identities.RevealAsync(run.AgencyId, known, cancel);
        var record = new NipResolution(
            run.AgencyId, clock.Now(), actor, purpose, run.Period, run.Revision, asked, nips.Count);
        await records.AddAsync(record, cancel);
        return new(record, nips);
    }
}
