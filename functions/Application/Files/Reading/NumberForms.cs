namespace Kinerja.Application.Files.Reading;

/// <summary>Which forms of numbers show dates and times (ECMA-376, 18.8.30 and 18.8.31).</summary>
internal static class NumberForms
{
    internal static NumberForm OfBuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or 22 or (>= 27 and <= 31) or 34 or 35 or 36 or (>= 50 and <= 58) => NumberForm.Date,
        (>= 18 and <= 21) or 32 or 33 or (>= 45 and <= 47) => NumberForm.Time,
        _ => NumberForm.Number,
    };

    /// <summary>By its letters outside of quotes and brackets.</summary>
    internal static NumberForm OfCode(string code)
    {
        var (date, time, quoted, bracket) = (false, false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' or '_' or '*' when !quoted:
                    i++;
                    break;
                case '[' or ']' when !quoted:
                    bracket = code[i] == '[';
                    break;
                case 'y' or 'Y' or 'd' or 'D' when !quoted && !bracket:
                    date = true;
                    break;
                case 'h' or 'H' or 's' or 'S' when !quoted && !bracket:
                    time = true;
                    break;
            }
        }

        return date ? NumberForm.Date : time ? NumberForm.Time : NumberForm.Number;
    }
}
