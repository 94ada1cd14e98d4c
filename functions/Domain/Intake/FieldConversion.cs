using System.Globalization;

namespace Kinerja.Domain.Intake;

/// <summary>An app's text → ours, as a field says; or what is expected, at the app's own place.</summary>
internal static class FieldConversion
{
    private const decimal MostNumber = 1_000_000_000_000;

    internal static Result<AppText> Convert(this IntakeField field, string text, string at)
    {
        if (field.Split is { } split)
        {
            var parts = text.Split(split.Separator);
            if (split.Part >= parts.Length || parts[split.Part].Trim() is not { Length: > 0 } part)
            {
                return Refusal.Malformed(
                    at, $"At least {split.Part + 1} parts with {split.Separator} between them are expected.");
            }

            text = part;
        }

        if (field.Words is { } words)
        {
            if (!words.TryGetValue(text, out var ours))
            {
                return Refusal.Malformed(at, $"One of {string.Join(", ", words.Keys)} is expected.");
            }

            text = ours;
        }

        return field.Member.Form switch
        {
            IntakeForm.Word when !field.Member.Words.Contains(text) =>
                Refusal.Malformed(at, $"One of {string.Join(", ", field.Member.Words)} is expected."),
            IntakeForm.Truth when text is not ("true" or "false") =>
                Refusal.Malformed(at, "Either true or false is expected."),
            IntakeForm.Number or IntakeForm.WholeNumber => Number(field, text, at),
            IntakeForm.Time or IntakeForm.Date => field.Clock!.Read(text) is { } time
                ? new AppText(time)
                : Refusal.Malformed(at, $"A time or date of the form {field.Clock.Format} is expected."),
            IntakeForm.Text => new AppText(field.Prefix + (field.LowerCase ? text.ToLowerInvariant() : text)),
            _ => new AppText(text),
        };
    }

    /// <summary>
    /// In the member's own unit. A whole number that comes in a unit is rounded to the nearest, halves away from zero.
    /// </summary>
    private static Result<AppText> Number(IntakeField field, string text, string at)
    {
        if (Read(text, field.Member.Form) is not { } number)
        {
            return Refusal.Malformed(at, "A number is expected, with a point before its decimals.");
        }

        var ours = number * (field.Unit?.Factor() ?? 1m);
        if (field is { Unit: not null, Member.Form: IntakeForm.WholeNumber })
        {
            ours = Math.Round(ours, MidpointRounding.AwayFromZero);
        }

        return new AppText(ours.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// A number beyond 10¹² counts as that, for ours is then beyond every range too: an accuracy is no use, a degree
    /// is refused. A whole number is refused itself.
    /// </summary>
    private static decimal? Read(string text, IntakeForm form)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= MostNumber)
        {
            return number;
        }

        return form == IntakeForm.Number
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var far)
            && double.IsFinite(far)
                ? Math.Sign(far) * MostNumber
                : null;
    }
}
