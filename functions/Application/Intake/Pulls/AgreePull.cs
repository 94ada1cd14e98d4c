using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>What the newest pull found, and somebody's word that it is to hold.</summary>
public sealed class AgreePull(
    AgencyDirectory register, IRegisterPulls pulls, IRegisterPullQueue queue, TimeProvider clock)
{
    /// <summary>By key: units, people, faulty rows.</summary>
    public async Task<Result<RegisterChangePage>> ListAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        return await pulls.FindPullAsync(agency, cancel) is { Value: var pull }
            ? new RegisterChangePage(pull, await pulls.PageChangesAsync(agency, pull.Id, after, most, cancel))
            : NotFound.Pull(agency);
    }

    /// <summary>Only of the pull that was looked at; the same word again changes nothing.</summary>
    public async Task<Result<RegisterPull>> ExecuteAsync(
        Actor actor, string pullId, EmployeeId by, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, by, cancel) is null)
        {
            return NotFound.Employee(by, "/agreedById");
        }

        while (await pulls.FindPullAsync(agency, cancel) is { } standing)
        {
            if (standing.Value.Id != pullId)
            {
                return new Refusal(
                    RefusalKind.Conflict, RefusalCodes.PullReplaced,
                    "A newer pull has found something else; look at its changes first.");
            }

            var agreed = standing.Value.Agreed(actor, by, clock.Now());
            if (agreed == standing.Value || await pulls.PutPullAsync(agreed, standing.Tag, cancel))
            {
                if (agreed.State == PullState.Agreed)
                {
                    await queue.SendAsync(new RegisterPullStep(agency, agreed.Id, false), cancel);
                }

                return agreed;
            }
        }

        return NotFound.Pull(agency);
    }
}

/// <summary>A page of what a pull found.</summary>
public sealed record RegisterChangePage(RegisterPull Pull, ListPage<RegisterChange> Page);
