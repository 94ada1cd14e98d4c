using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Up to 1,000 leaves with an outcome each, in the order of the request. A bad item spoils nothing but itself. One person's
/// items are taken one after the other, so that each sees those before it.
/// </summary>
public sealed class ImportLeave(KeepLeave keep, AgencyDirectory register)
{
    private const int AtOnce = 8;

    public async Task<Result<LeaveImportResponse>> ExecuteAsync(
        AgencyId agency, LeaveImportRequest body, bool indonesian, CancellationToken cancel)
    {
        if (!Bulk.Each(body.Leave, "leave", "leave").TryGet(out var items, out var refused))
        {
            return refused;
        }

        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var claims = items.Select((item, i) => (Index: i, Claim: Read(item, $"/leave/{i}"))).ToList();
        var answers = new LeaveItemResponse[items.Count];
        foreach (var (index, claim) in claims.Where(c => c.Claim.Refusal is not null))
        {
            answers[index] = Answer(index, claim.Refusal!, indonesian);
        }

        var people = claims.Where(c => c.Claim.Refusal is null).GroupBy(c => c.Claim.Value.Leave.EmployeeId);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(people, options, async (person, stop) =>
        {
            foreach (var (index, claim) in person)
            {
                var recorded = await keep.RecordAsync(agency, claim.Value.Leave, claim.Value.Cancelled, stop);
                answers[index] = recorded.TryGet(out var good, out var refusal)
                    ? LeaveItemResponse.Of(index, good)
                    : Answer(index, refusal.Under($"/leave/{index}"), indonesian);
            }
        });
        return new LeaveImportResponse(answers);
    }

    private static Result<LeaveCommand> Read(JsonElement item, string prefix) =>
        ContractReader.Read(item, JsonFormat.Default.LeaveRequest, prefix).Then(body => body.Read(prefix));

    private static LeaveItemResponse Answer(int index, Refusal refusal, bool indonesian)
    {
        var problem = ProblemResponse.Of(refusal, indonesian);
        RefusalMetrics.Answered(refusal.Code, problem.Status);
        return new LeaveItemResponse(index, problem.Status, null, null, null, problem);
    }
}
