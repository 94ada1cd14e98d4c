using System.Text.Json;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Presence;

namespace Kinerja.Application;

/// <summary>
/// Up to 1,000 check-ins of one agency with an outcome each, in the order of the request. A bad item spoils nothing but
/// itself; the same item twice is stored once.
/// </summary>
public sealed class RecordCheckInBatch(RecordCheckIn record)
{
    private const int AtOnce = 8;

    public async Task<Result<CheckInBatchAnswer>> ExecuteAsync(
        CheckInBatchBody body,
        AgencyId agency,
        bool indonesian,
        CancellationToken cancel)
    {
        if (body.CheckIns is not { Count: > 0 } items)
        {
            return Refusal.Malformed("/checkIns", "A list of check-ins is expected.");
        }

        if (items.Count > Bulk.MostItems)
        {
            return new Refusal(RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {Bulk.MostItems} items are taken.");
        }

        var answers = new CheckInItemAnswer[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, items.Count, options, async (i, stop) =>
        {
            var claim = Read(items[i], agency, $"/checkIns/{i}");
            answers[i] = claim.TryGet(out var good, out var refusal)
                ? Answer(i, await record.ExecuteAsync(good, stop), indonesian, $"/checkIns/{i}")
                : Answer(i, refusal, indonesian);
        });
        return new CheckInBatchAnswer(answers);
    }

    private static Result<CheckInClaim> Read(JsonElement item, AgencyId agency, string prefix) =>
        ContractReader.Read(item, JsonFormat.Default.CheckInBody, prefix)
            .Then(body => body.Read(prefix))
            .Then<CheckInClaim>(claim => claim.AgencyId == agency
                ? claim
                : new Refusal(RefusalKind.NotAllowed, RefusalCodes.WrongAgency, $"The token speaks for {agency} only."));

    /// <summary>The prefix stands before pointers into a single check-in, to make them pointers into the batch.</summary>
    private static CheckInItemAnswer Answer(int index, Result<RecordedCheckIn> result, bool indonesian, string prefix = "")
    {
        if (result.TryGet(out var recorded, out var refusal))
        {
            var answer = CheckInAnswer.Of(recorded.CheckIn, recorded.Replayed);
            return new CheckInItemAnswer(index, recorded.Replayed ? 200 : 201, answer, null);
        }

        var inBatch = refusal with { Faults = [.. refusal.Faults.Select(f => f with { Pointer = prefix + f.Pointer })] };
        var problem = ProblemBody.Of(inBatch, indonesian);
        return new CheckInItemAnswer(index, problem.Status, null, problem);
    }
}
