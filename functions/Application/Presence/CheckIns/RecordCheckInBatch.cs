using System.Collections.Concurrent;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Up to 1,000 check-ins of one agency with an outcome each, in the order of the request. A bad item spoils nothing but
/// itself; the same item twice is stored once. One person's items are recorded in their order, different people's side
/// by side; all batches of an agency together have so many items under way at a time, so that none stalls other
/// agencies.
/// </summary>
public sealed class RecordCheckInBatch(RecordCheckIn record)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<AgencyId, SemaphoreSlim> _turns = new();

    /// <summary>A refusal's pointers lead into the batch.</summary>
    public async Task<Result<IReadOnlyList<Result<RecordedCheckIn>>>> ExecuteAsync(
        CheckInBatchRequest body, AgencyId agency, CancellationToken cancel)
    {
        if (!Bulk.Each(body.CheckIns, "checkIns", "check-ins").TryGet(out var items, out var refusal))
        {
            return refusal;
        }

        var outcomes = new Result<RecordedCheckIn>[items.Count];
        var read = items.Select((item, i) => (Index: i, Request: Read(item, agency, $"/checkIns/{i}"))).ToList();
        foreach (var (i, request) in read.Where(r => r.Request.Refusal is not null))
        {
            outcomes[i] = request.Refusal!;
        }

        var people = read.Where(r => r.Request.Refusal is null)
            .GroupBy(r => (r.Request.Value.EmployeeId, r.Request.Value.Nip));
        var turns = _turns.GetOrAdd(agency, _ => new SemaphoreSlim(AtOnce));
        await Parallel.ForEachAsync(people, Options(cancel), async (person, stop) =>
        {
            foreach (var (i, request) in person)
            {
                await turns.WaitAsync(stop);
                try
                {
                    outcomes[i] = (await record.ExecuteAsync(request.Value, stop)).Under($"/checkIns/{i}");
                }
                finally
                {
                    turns.Release();
                }
            }
        });
        return outcomes;
    }

    private static ParallelOptions Options(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };

    private static Result<CheckInCommand> Read(JsonElement item, AgencyId agency, string prefix) =>
        ContractReader.Read(item, JsonFormat.Default.CheckInRequest, prefix, body => body.Read(prefix))
            .Then<CheckInCommand>(request => request.AgencyId == agency
                ? request
                : new Refusal(
                    RefusalKind.NotAllowed, RefusalCodes.WrongAgency, $"The token speaks for {agency} only."));
}
