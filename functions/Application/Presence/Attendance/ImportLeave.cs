using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Up to 1,000 leaves with an outcome each, in the order of the request. A bad item spoils nothing but itself. One
/// person's items are taken one after the other, so that each sees those before it.
/// </summary>
public sealed class ImportLeave(RecordLeave leave, AgencyDirectory register)
{
    private const int AtOnce = 8;

    /// <summary>A refusal's pointers lead into the list.</summary>
    public async Task<Result<IReadOnlyList<Result<RecordedLeave>>>> ExecuteAsync(
        Actor actor, LeaveImportRequest body, CancellationToken cancel)
    {
        if (!Bulk.Each(body.Leave, "leave", "leave").TryGet(out var items, out var refused))
        {
            return refused;
        }

        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        var claims = items.Select((item, i) => (Index: i, Claim: Read(item, $"/leave/{i}"))).ToList();
        var outcomes = new Result<RecordedLeave>[items.Count];
        foreach (var (index, claim) in claims.Where(c => c.Claim.Refusal is not null))
        {
            outcomes[index] = claim.Refusal!;
        }

        var people = claims.Where(c => c.Claim.Refusal is null).GroupBy(c => c.Claim.Value.Leave.EmployeeId);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(people, options, async (person, stop) =>
        {
            foreach (var (index, claim) in person)
            {
                var recorded = await leave.RecordAsync(actor, claim.Value.Leave, claim.Value.Cancelled, stop);
                outcomes[index] = recorded.Under($"/leave/{index}");
            }
        });
        return outcomes;
    }

    private static Result<LeaveCommand> Read(JsonElement item, string prefix) =>
        ContractReader.Read(item, JsonFormat.Default.LeaveRequest, prefix, body => body.Read(prefix));
}
