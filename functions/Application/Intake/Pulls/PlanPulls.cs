using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>
/// Asks for the register of each agency that named a server. Doing it twice reads twice and finds the same.
/// </summary>
public sealed class PlanPulls(IAgencies agencies, IRegisterPulls pulls, IRegisterPullQueue queue)
{
    /// <summary>Returns how many are to be read.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Planning the pull of", PlanAsync, cancel);

    private async Task<int> PlanAsync(Agency agency, CancellationToken cancel)
    {
        if (await pulls.FindSourceAsync(agency.Id, cancel) is null)
        {
            return 0;
        }

        await queue.SendAsync(new RegisterPullStep(agency.Id, null, Anew: false), cancel);
        return 1;
    }
}
