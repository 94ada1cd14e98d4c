using System.Text.Json;
using Kinerja.Domain.Geofencing;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Intake;

/// <summary>
/// An app's body → its records in our terms, or every fault of a record by the app's own pointer. A bad record spoils
/// nothing but itself.
/// </summary>
public sealed class RecordReader
{
    public const int MostRecords = 1000;

    private readonly IntakeMapping _mapping;
    private readonly Instant _receivedAt;

    /// <summary>What stands once for all records is looked up once, however many there are.</summary>
    private readonly Dictionary<IntakeField, Result<AppText>> _ofBody;

    private RecordReader(IntakeMapping mapping, JsonElement body, Instant receivedAt)
    {
        (_mapping, _receivedAt) = (mapping, receivedAt);
        _ofBody = mapping.Fields.Where(field => field.Source is IntakeSource.FromBody).ToDictionary(
            field => field,
            field => AppText.Read(body, "", ((IntakeSource.FromBody)field.Source).At));
    }

    /// <param name="mapping">The app's.</param>
    /// <param name="body">As it came; each of its escapes is a text.</param>
    /// <param name="receivedAt">The moment of receipt.</param>
    public static Result<MappedRecords> Read(IntakeMapping mapping, JsonElement body, Instant receivedAt)
    {
        if (mapping.Records.Find(body) is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } found)
        {
            return Refusal.Malformed(mapping.Records.Text, "A record or a list of records is expected here.");
        }

        var reader = new RecordReader(mapping, body, receivedAt);
        if (found.ValueKind == JsonValueKind.Object)
        {
            return new MappedRecords(StoodAlone: true, [reader.ReadOne(found, mapping.Records.Text)]);
        }

        return found.GetArrayLength() switch
        {
            0 => Refusal.Malformed(mapping.Records.Text, "A list of records is expected here."),
            > MostRecords => new Refusal(
                RefusalKind.TooLarge, RefusalCodes.BatchTooLarge, $"At most {MostRecords} records are taken."),
            _ => new MappedRecords(
                StoodAlone: false,
                [.. found.EnumerateArray().Select((record, i) => reader.ReadOne(record, $"{mapping.Records}/{i}"))]),
        };
    }

    private Result<MappedRecord> ReadOne(JsonElement record, string at)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return Refusal.Malformed(at, "A record is an object.");
        }

        var (values, faults) = (new List<MappedValue>(), new List<FieldFault>());
        foreach (var field in _mapping.Fields)
        {
            if (!ReadField(field, record, at).TryGet(out var read, out var refusal))
            {
                faults.AddRange(refusal.Faults);
            }
            else if (read.Text is { } text)
            {
                values.Add(new MappedValue(field.Member, text));
            }
            else if (field.Member.IsRequired)
            {
                faults.Add(new FieldFault(field.PlaceIn(at), "This member is required."));
            }
        }

        return faults.Count == 0
            ? new MappedRecord(_mapping, at, WithoutHalfAPlace(values))
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };
    }

    private Result<AppText> ReadField(IntakeField field, JsonElement record, string at)
    {
        var text = field.Source switch
        {
            IntakeSource.FromRecord from => AppText.Read(record, at, from.At),
            IntakeSource.FromBody => _ofBody[field],
            IntakeSource.Constant constant => new AppText(constant.Text),
            IntakeSource.HashOf hash => AppText.Hash(_mapping.Id, record, at, hash.At),
            _ => new AppText(InstantPattern.ExtendedIso.Format(_receivedAt)),
        };
        return field.Source is IntakeSource.HashOf or IntakeSource.Receipt
            ? text
            : text.Then(found => found.Text is null ? found : field.Convert(found.Text, field.PlaceIn(at)));
    }

    /// <summary>An accuracy without a place, such as a constant's, is no position.</summary>
    private static List<MappedValue> WithoutHalfAPlace(List<MappedValue> values) =>
        values.Exists(value => value.Member.Name is IntakeMember.Latitude or IntakeMember.Longitude)
            ? values
            : values.FindAll(value => value.Member.Name != IntakeMember.Accuracy);
}
