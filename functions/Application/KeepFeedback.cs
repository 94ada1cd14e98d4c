using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application;

/// <summary>Feedback as a client hands it over; quarter and time are the server's to say.</summary>
public sealed record FeedbackClaim(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId GiverId,
    EmployeeId ReceiverId,
    GiverRole Role,
    FeedbackSubject Subject,
    Domain.Evaluation.ExpectationLevel? Level,
    string Words)
{
    public FeedbackNote At(Instant now, DateTimeZone zone) =>
        new(Id, AgencyId, GiverId, ReceiverId, Role, Subject, Level, Words, Quarter.Of(now, zone), now);
}

/// <summary>What became of a note: the stored one, and whether it had been stored before.</summary>
public sealed record RecordedFeedback(FeedbackNote Note, bool Replayed);

/// <summary>Stores continuous feedback once and reads it back by receiver and quarter.</summary>
public sealed class KeepFeedback(Register register, IFeedbackNotes notes, TimeProvider clock)
{
    public async Task<Result<RecordedFeedback>> SubmitAsync(FeedbackClaim claim, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(claim.AgencyId, cancel);
        if (agency is null)
        {
            return Unknown.Agency(claim.AgencyId);
        }

        var giver = await register.FindEmployeeAsync(claim.AgencyId, claim.GiverId, cancel);
        var receiver = await register.FindEmployeeAsync(claim.AgencyId, claim.ReceiverId, cancel);
        if (giver is null || receiver is null)
        {
            return giver is null ? Unknown.Employee(claim.GiverId, "/giverId") : Unknown.Employee(claim.ReceiverId, "/receiverId");
        }

        var accepted = FeedbackRules.Accept(claim.At(clock.Now(), agency.Zone), giver, receiver);
        if (!accepted.TryGet(out var note, out var refusal))
        {
            return refusal;
        }

        var stored = await EarlierAsync(note, cancel) ?? await notes.AddOrFindAsync(note, cancel);
        if (stored is null)
        {
            return new RecordedFeedback(note, Replayed: false);
        }

        return stored == note with { ReceivedAt = stored.ReceivedAt, Quarter = stored.Quarter }
            ? new RecordedFeedback(stored, Replayed: true)
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.ReusedId, "This feedback id was used for another note.")
            { Faults = [new("/id", "Already used with other content.")] };
    }

    /// <summary>A resend may come after the quarter's end; it still is the note of the quarter before.</summary>
    private async Task<FeedbackNote?> EarlierAsync(FeedbackNote note, CancellationToken cancel)
    {
        var before = await notes.ListAsync(note.AgencyId, note.Quarter.Previous, note.ReceiverId, cancel);
        return before.FirstOrDefault(n => n.Id == note.Id);
    }

    public async Task<Result<IReadOnlyList<FeedbackNote>>> ListAsync(
        AgencyId agency,
        Quarter quarter,
        EmployeeId receiver,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, receiver, cancel) is null)
        {
            return Unknown.Employee(receiver);
        }

        var found = await notes.ListAsync(agency, quarter, receiver, cancel);
        return found.OrderBy(n => n.ReceivedAt).ThenBy(n => n.Id).ToList();
    }
}
