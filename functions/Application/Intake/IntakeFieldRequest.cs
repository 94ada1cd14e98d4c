using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake;

namespace Kinerja.Application.Intake;

public sealed record IntakeSplitRequest(string? By, int? Part);

/// <summary>
/// One member of ours and how the app writes it. Exactly one of from, fromBody, constant, hashOf and received says
/// where it comes from.
/// </summary>
public sealed record IntakeFieldRequest(
    string? Gives,
    IReadOnlyList<string?>? From,
    IReadOnlyList<string?>? FromBody,
    string? Constant,
    IReadOnlyList<string?>? HashOf,
    bool? Received,
    IReadOnlyDictionary<string, string?>? Words,
    string? Format,
    string? Zone,
    string? Unit,
    IntakeSplitRequest? Split,
    string? Prefix,
    bool? LowerCase)
{
    private const int MostJoined = 4;
    private const int MostHashed = 10;
    private const int MostWords = 100;
    private const int MostParts = 20;
    private const int LongestText = 100;
    private const int LongestPrefix = 20;

    internal Result<IntakeField> Read(IntakeGoal goal, string prefix)
    {
        var members = IntakeMember.Of(goal);
        if (members.FirstOrDefault(one => one.Name == Gives) is not { } member)
        {
            return Refusal.Malformed(
                $"{prefix}/gives", $"One of {string.Join(", ", members.Select(one => one.Name))} is expected.");
        }

        var fields = new FieldReader(prefix);
        var source = ReadSource(fields, member, prefix);
        var words = ReadWords(fields, member);
        var clock = ReadClock(fields, member, prefix);
        var unit = ReadUnit(fields, member);
        var split = ReadSplit(fields);
        if (member.Form != IntakeForm.Text && (Prefix is not null || LowerCase is not null))
        {
            fields.Add(Prefix is null ? "lowerCase" : "prefix", "This belongs to members that are texts.");
        }

        var before = Prefix is null ? "" : fields.Text("prefix", Prefix, LongestPrefix) ?? "";
        return fields.Finish(() => new IntakeField(member, source!)
        {
            Words = words,
            Clock = clock,
            Unit = unit,
            Split = split,
            LowerCase = LowerCase == true,
            Prefix = before,
        }).Then(WithGoodConstant(prefix));
    }

    private IntakeSource? ReadSource(FieldReader fields, IntakeMember member, string prefix)
    {
        bool[] given =
            [From is not null, FromBody is not null, Constant is not null, HashOf is not null, Received == true];
        if (given.Count(one => one) != 1)
        {
            fields.Add("from", "Exactly one of from, fromBody, constant, hashOf and received is expected.");
            return null;
        }

        if (HashOf is not null && member.Name != IntakeMember.Id)
        {
            fields.Add("hashOf", "Only an id is made of other members.");
            return null;
        }

        if (Received == true && member.Name != IntakeMember.SentAt)
        {
            fields.Add("received", "Only sentAt may be the time of receipt.");
            return null;
        }

        List<AppPointer> At(string field, IReadOnlyList<string?> texts, int most) =>
            Pointers(fields, field, texts, most, prefix);
        return From is not null ? new IntakeSource.FromRecord(At("from", From, MostJoined))
            : FromBody is not null ? new IntakeSource.FromBody(At("fromBody", FromBody, MostJoined))
            : HashOf is not null ? new IntakeSource.HashOf(At("hashOf", HashOf, MostHashed))
            : Constant is not null ? new IntakeSource.Constant(fields.Text("constant", Constant, LongestText) ?? "")
            : new IntakeSource.Receipt();
    }

    private static List<AppPointer> Pointers(
        FieldReader fields, string field, IReadOnlyList<string?> texts, int most, string prefix)
    {
        if (texts.Count == 0 || texts.Count > most)
        {
            fields.Add(field, $"1 to {most} JSON pointers are expected.");
            return [];
        }

        return [.. texts
            .Select((text, i) => fields.Part(AppPointer.Parse(text, $"{prefix}/{field}/{i}"))).OfType<AppPointer>()];
    }

    private Dictionary<string, string>? ReadWords(FieldReader fields, IntakeMember member)
    {
        if (Words is null)
        {
            return null;
        }

        if (Words.Count is 0 or > MostWords)
        {
            fields.Add("words", $"1 to {MostWords} words are expected.");
        }

        foreach (var (app, ours) in Words)
        {
            var at = $"words/{JsonPointers.Escape(app)}";
            if (app.Length is 0 or > LongestText || app.Trim() != app || !PlainText.IsPlain(app))
            {
                fields.Add(at, $"A plain text of 1 to {LongestText} characters is expected.");
            }
            else if (member.Form == IntakeForm.Word && !member.Words.Contains(ours))
            {
                fields.Add(at, $"One of {string.Join(", ", member.Words)} is expected.");
            }
            else if (member.Form == IntakeForm.Truth && ours is not ("true" or "false"))
            {
                fields.Add(at, "Either true or false, as a text, is expected.");
            }
            else
            {
                fields.Text(at, ours, LongestText);
            }
        }

        return Words.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
    }

    private AppClock? ReadClock(FieldReader fields, IntakeMember member, string prefix)
    {
        if (member.Form is not (IntakeForm.Time or IntakeForm.Date))
        {
            if (Format is not null || Zone is not null)
            {
                fields.Add(Format is null ? "zone" : "format", "This belongs to times and dates.");
            }

            return null;
        }

        if (member.Form == IntakeForm.Date)
        {
            if (Zone is not null)
            {
                fields.Add("zone", "A date has no zone.");
            }

            return fields.Part(AppClock.OfDates(Format, prefix));
        }

        var zone = Zone is null ? null : fields.Zone("zone", Zone);
        return (zone is null) == (Zone is null) ? fields.Part(AppClock.OfTimes(Format, zone, prefix)) : null;
    }

    private IntakeUnit? ReadUnit(FieldReader fields, IntakeMember member)
    {
        if (Unit is null)
        {
            return null;
        }

        var named = member.Units.Where(unit => JsonFormat.Name(unit) == Unit).ToList();
        if (named.Count == 0)
        {
            fields.Add("unit", member.Units.Count == 0
                ? "This member has no unit."
                : (Sentence)$"One of {string.Join(", ", member.Units.Select(JsonFormat.Name))} is expected.");
            return null;
        }

        return named[0];
    }

    private IntakeSplit? ReadSplit(FieldReader fields)
    {
        if (Split is null)
        {
            return null;
        }

        if (Split.By is not { Length: 1 } by || char.IsControl(by[0]) || char.IsSurrogate(by[0]))
        {
            fields.Add("split/by", "One character is expected.");
            return null;
        }

        return fields.Whole("split/part", Split.Part, 0, MostParts - 1) is { } part
            ? new IntakeSplit(by[0], part)
            : null;
    }

    /// <summary>What the mapping itself says is read as the app's would be, once.</summary>
    private static Func<IntakeField, Result<IntakeField>> WithGoodConstant(string prefix) => field =>
        field.FaultOfConstant($"{prefix}/constant") is { } refusal ? refusal : field;
}
