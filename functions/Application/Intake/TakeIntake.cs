using System.Text.Json;
using Kinerja.Application.Feedback;
using Kinerja.Application.Json;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake;

namespace Kinerja.Application.Intake;

/// <summary>
/// What became of an app's records, in their order: check-ins or feedback, whichever the mapping makes. A record that
/// stood alone is told from a list of one.
/// </summary>
public sealed record TakenRecords(
    bool StoodAlone,
    IReadOnlyList<Result<RecordedCheckIn>>? CheckIns,
    IReadOnlyList<Result<RecordedFeedback>>? Feedback);

/// <summary>
/// Takes an existing app's body as it is, by the mapping of the agency's <c>intake</c> policy that holds today, and
/// hands its records to the same use cases that take the API's own bodies. A bad record spoils nothing but itself, and
/// is refused by the place of the app's own member.
/// </summary>
public sealed class TakeIntake(
    AgencyDirectory register, RecordCheckInBatch checkIns, SubmitFeedback feedback, TimeProvider clock)
{
    /// <summary>Notes are written one after the other.</summary>
    public const int MostFeedback = 100;

    public async Task<Result<TakenRecords>> ExecuteAsync(
        Actor actor, MappingId id, JsonElement body, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        var now = clock.Now();
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.Intake, cancel);
        if (policies.On(now.InZone(home.Zone).Date).Find(id) is not { } mapping)
        {
            return NotFound.Mapping(id);
        }

        if (!IntakeJson.Read(mapping, body, now).TryGet(out var records, out var refusal))
        {
            return refusal;
        }

        if (mapping.Goal == IntakeGoal.CheckIns)
        {
            return (await TakeCheckInsAsync(actor, records, cancel)).Then<TakenRecords>(
                outcomes => new TakenRecords(records.StoodAlone, outcomes, null));
        }

        return records.Items.Count > MostFeedback
            ? new Refusal(
                RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {MostFeedback} notes are taken at once.")
            : new TakenRecords(records.StoodAlone, null, await TakeFeedbackAsync(actor, records, cancel));
    }

    private async Task<Result<IReadOnlyList<Result<RecordedCheckIn>>>> TakeCheckInsAsync(
        Actor actor, MappedRecords records, CancellationToken cancel)
    {
        var outcomes = records.Items.Select(item => item.Refusal is { } no ? no : default(Result<RecordedCheckIn>))
            .ToArray();
        var good = records.Items.Index().Where(one => one.Item.Refusal is null)
            .Select(one => (one.Index, Record: one.Item.Value)).ToList();
        if (good.Count == 0)
        {
            return outcomes;
        }

        var batch = new CheckInBatchRequest([.. good.Select(one => IntakeJson.Of(one.Record, actor.Agency))]);
        if (!(await checkIns.ExecuteAsync(batch, actor, cancel)).TryGet(out var recorded, out var refusal))
        {
            return refusal;
        }

        foreach (var (k, (index, record)) in good.Index())
        {
            outcomes[index] = recorded[k].Refusal is { } no ? no.InAppsWords(record, $"/checkIns/{k}") : recorded[k];
        }

        return outcomes;
    }

    private async Task<List<Result<RecordedFeedback>>> TakeFeedbackAsync(
        Actor actor, MappedRecords records, CancellationToken cancel)
    {
        var outcomes = new List<Result<RecordedFeedback>>();
        foreach (var item in records.Items)
        {
            outcomes.Add(item.TryGet(out var record, out var refusal)
                ? await TakeNoteAsync(actor, record, cancel)
                : refusal);
        }

        return outcomes;
    }

    private async Task<Result<RecordedFeedback>> TakeNoteAsync(
        Actor actor, MappedRecord record, CancellationToken cancel)
    {
        var read = ContractReader.Read(
            IntakeJson.Of(record, actor.Agency), JsonFormat.Default.FeedbackRequest, "", body => body.Read());
        var outcome = read.TryGet(out var command, out var refusal)
            ? await feedback.SubmitAsync(actor, command, cancel)
            : refusal;
        return outcome.Refusal is { } no ? no.InAppsWords(record, "") : outcome;
    }
}
