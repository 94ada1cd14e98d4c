using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// The date is that on which the shift starts, and the time is by the clock on the wall of the place of work; or the
/// moment is given with its offset, and the date may be left out. The link leads to the evidence, or is its hash; the
/// evidence itself stays where it is.
/// </summary>
public sealed record CorrectionRequest(
    string? Id,
    string? Date,
    string? Kind,
    string? Time,
    string? At,
    string? Evidence,
    string? EvidenceLink,
    string? RequestedById)
{
    public Result<CorrectionCommand> Read(AgencyId agency, EmployeeId employee)
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var date = At is null ? fields.Day("date", Date) : fields.OptionalDay("date", Date);
        var kind = fields.Enum<CorrectionKind>("kind", Kind);
        var time = At is null ? fields.Minute("time", Time) : null;
        var at = At is null ? null : fields.Time("at", At);
        if (At is not null && Time is not null)
        {
            fields.Add("time", "Either a time by the clock or a moment is expected.");
        }

        var evidence = fields.Text("evidence", Evidence, 1000);
        var link = fields.OptionalText("evidenceLink", EvidenceLink, 500);
        var requestedBy = fields.Take("requestedById", p => EmployeeId.Parse(RequestedById, p));
        return fields.Finish(() => new CorrectionCommand(
            id!.Value, agency, employee, date, kind!.Value, time, evidence!, link, requestedBy!.Value)
        {
            At = at,
        });
    }
}

public sealed record CorrectionStepResponse(CorrectionState State, EmployeeId ById, Instant At, string? Words);

public readonly struct CorrectionResponse(CorrectionRecord record, bool replayed)
{
    public ClientId Id => record.Correction.Id;
    public EmployeeId EmployeeId => record.Correction.EmployeeId;
    public LocalDate Date => record.Correction.Date;
    public CorrectionKind Kind => record.Correction.Kind;
    public string Time => record.Correction.Time.Text();
    public Instant? At => record.Correction.At;
    public string? TimeBefore => record.Before?.Text();
    public string Evidence => record.Correction.Evidence;
    public string? EvidenceLink => record.Correction.EvidenceLink;
    public CorrectionState State => record.Correction.State;
    public bool EnteredBySuperior => record.EnteredBySuperior;
    public IReadOnlyList<CorrectionStepResponse> Trail =>
        [.. record.Correction.Trail.Select(s => new CorrectionStepResponse(s.State, s.By, s.At, s.Words))];
    public bool Replayed => replayed;

    public static CorrectionResponse Of(CorrectionRecord record, bool replayed) => new(record, replayed);
}

public sealed record CorrectionListResponse(IReadOnlyList<CorrectionResponse> Corrections)
{
    public static CorrectionListResponse Of(IReadOnlyList<CorrectionRecord> records) =>
        new([.. records.Select(r => CorrectionResponse.Of(r, replayed: true))]);
}
