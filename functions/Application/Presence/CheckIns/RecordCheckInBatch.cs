using System.Collections.Concurrent;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Up to 1,000 check-ins of one agency with an outcome each, in the order of the request. A bad item spoils nothing but
/// itself; the same item twice is stored once. One device's items measure its clock together, and one person's are
/// recorded one after the other in an order of their own, so that the request's order changes nothing. Different
/// people's go side by side; all batches of an agency together have so many items under way at a time, so that none
/// stalls other agencies.
/// </summary>
public sealed class RecordCheckInBatch(RecordCheckIn record, TimeProvider clock)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<AgencyId, SemaphoreSlim> _turns = new();

    /// <summary>A refusal's pointers lead into the batch.</summary>
    public async Task<Result<IReadOnlyList<Result<RecordedCheckIn>>>> ExecuteAsync(
        CheckInBatchRequest body, Actor actor, CancellationToken cancel)
    {
        if (!Bulk.Each(body.CheckIns, "checkIns", "check-ins").TryGet(out var items, out var refusal))
        {
            return refusal;
        }

        var outcomes = new Result<RecordedCheckIn>[items.Count];
        var claims = new List<BatchItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (Read(items[i], actor, $"/checkIns/{i}").TryGet(out var command, out var fault))
            {
                claims.Add(new BatchItem(i, command, items[i].GetRawText()));
            }
            else
            {
                outcomes[i] = fault;
            }
        }

        var sendings = BatchSending.Of(claims, clock.Now());
        var turns = _turns.GetOrAdd(actor.Agency, _ => new SemaphoreSlim(AtOnce));
        await Parallel.ForEachAsync(sendings, Options(cancel), async (sending, stop) =>
        {
            // Until one is stored: if the sending came before, that one tells when.
            while (sending.Rest.TryDequeue(out var item))
            {
                if (sending.Learn(item, await RecordAsync(item, sending, stop)))
                {
                    break;
                }
            }
        });
        var people = sendings.SelectMany(s => s.Rest.Select(item => (Sending: s, Item: item)))
            .GroupBy(r => (r.Item.Command.Claim.EmployeeId, r.Item.Command.Nip));
        await Parallel.ForEachAsync(people, Options(cancel), async (person, stop) =>
        {
            foreach (var (sending, item) in person)
            {
                await RecordAsync(item, sending, stop);
            }
        });
        return outcomes;

        async Task<Result<RecordedCheckIn>> RecordAsync(BatchItem item, BatchSending sending, CancellationToken stop)
        {
            await turns.WaitAsync(stop);
            try
            {
                var outcome = await record.ExecuteAsync(actor, item.Command, stop, sending.Sending);
                return outcomes[item.Index] = outcome.Under($"/checkIns/{item.Index}");
            }
            finally
            {
                turns.Release();
            }
        }
    }

    private static ParallelOptions Options(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };

    private static Result<CheckInCommand> Read(JsonElement item, Actor actor, string prefix) =>
        ContractReader.Read(item, JsonFormat.Default.CheckInRequest, prefix, body => body.Read(prefix))
            .Then(command => actor.Own(command.Claim.AgencyId, command));
}
