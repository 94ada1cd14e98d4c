using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>A whole register, or that nothing changed, or what was wrong.</summary>
public sealed record RegisterReading(GivenRegister? Register, string? Tag, PullFault? Fault, Sentence Detail)
{
    private const int MostDetailLetters = 500;

    internal static readonly RegisterReading Unchanged = new(null, null, null, "");

    internal static RegisterReading Whole(GivenRegister register, string tag) => new(register, tag, null, "");

    internal static RegisterReading Failed(PullFault fault, Sentence detail) =>
        new(null, null, fault, detail.ToString().Length <= MostDetailLetters ? detail : Cut(detail));

    private static Sentence Cut(Sentence detail) => Sentence.Both(
        detail.ToString()[..MostDetailLetters],
        new string([.. detail.In(indonesian: true).Take(MostDetailLetters)]));
}

/// <summary>
/// Reads a register page by page. It is whole only when every page is of one version (ETag), no cursor came twice and
/// the rows come to the numbers that the server says; half a register is none.
/// </summary>
public sealed class RegisterReader(IRegisterServer server)
{
    /// <summary>200,000 rows with full pages.</summary>
    private const int MostPages = 200;

    private const int MostTries = 3;
    private const int MostTagLetters = 200;

    /// <summary>Less than the host lets a function run (<c>functionTimeout</c> of host.json).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <param name="source">Which server, and what is known of it.</param>
    /// <param name="anew">Read also what has not changed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<RegisterReading> ReadAsync(RegisterSource source, bool anew, CancellationToken cancel)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        giveUp.CancelAfter(Patience);
        try
        {
            return await ReadAnewAsync(source, anew ? null : source.Tag, giveUp.Token);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return RegisterReading.Failed(
                PullFault.TooSlow, $"The register did not come within {Patience.TotalMinutes:0} minutes.");
        }
    }

    /// <summary>From its beginning, as often as it changes on the way.</summary>
    private async Task<RegisterReading> ReadAnewAsync(RegisterSource source, string? known, CancellationToken cancel)
    {
        var reading = await ReadOnceAsync(source, known, cancel);
        for (var tries = 1; tries < MostTries && reading.Fault == PullFault.Changing; tries++)
        {
            reading = await ReadOnceAsync(source, null, cancel);
        }

        return reading;
    }

    private async Task<RegisterReading> ReadOnceAsync(RegisterSource source, string? known, CancellationToken cancel)
    {
        var (register, seen) = (new GivenRegister(), new HashSet<string>(StringComparer.Ordinal));
        string? tag = null, cursor = null;
        for (var number = 1; number <= MostPages; number++)
        {
            var answer = await server.GetAsync(
                new(At(source.Url, cursor), source.Token, number == 1 ? known : null), cancel);
            if (answer.Status == 304 && number == 1 && known is not null)
            {
                return RegisterReading.Unchanged;
            }

            if (FaultOf(answer, number) is { } fault)
            {
                return fault;
            }

            if (tag is not null && tag != answer.Tag)
            {
                return RegisterReading.Failed(
                    PullFault.Changing, $"Page {number} has another ETag than the first, {MostTries} times.");
            }

            if (!ContractReader.Read(
                answer.Body!.Value.Span, JsonFormat.Default.RegisterPageRequest, body => body.Read())
                .TryGet(out var page, out var refusal))
            {
                var first = refusal.Faults.Count > 0 ? refusal.Faults[0].Pointer : "";
                return RegisterReading.Failed(PullFault.Malformed, $"Page {number}, {first}: {refusal.Detail}");
            }

            (tag, cursor) = (answer.Tag, page.Next);
            register.Add(page, number);
            if (cursor is null)
            {
                return register.UnitRows == page.Totals!.Units && register.EmployeeRows == page.Totals.Employees
                    ? RegisterReading.Whole(register, tag!)
                    : RegisterReading.Failed(
                        PullFault.Incomplete,
                        $"{register.UnitRows} units and {register.EmployeeRows} people came, of "
                            + $"{page.Totals.Units} and {page.Totals.Employees}.");
            }

            if (!seen.Add(cursor))
            {
                return RegisterReading.Failed(PullFault.Malformed, $"Page {number} leads to a page that came before.");
            }
        }

        return RegisterReading.Failed(PullFault.Malformed, $"More than {MostPages} pages are not taken.");
    }

    private static RegisterReading? FaultOf(RegisterPage answer, int number) => answer switch
    {
        { Status: 408 or 429 or >= 500 } =>
            RegisterReading.Failed(PullFault.Unreachable, $"Page {number} was answered {answer.Status}."),
        { Status: not 200 } =>
            RegisterReading.Failed(PullFault.NotGiven, $"Page {number} was answered {answer.Status}."),
        { Body: null } => RegisterReading.Failed(
            PullFault.Malformed, $"Page {number} has more than {IRegisterServer.MostBytes} bytes."),
        { Tag: not { Length: > 0 and <= MostTagLetters } } => RegisterReading.Failed(
            PullFault.Malformed, $"Page {number} has no ETag of 1 to {MostTagLetters} characters."),
        _ => null,
    };

    private static Uri At(Uri url, string? cursor)
    {
        if (cursor is null)
        {
            return url;
        }

        var query = url.Query.Length > 1 ? url.Query + "&" : "?";
        return new UriBuilder(url) { Query = query + "cursor=" + Uri.EscapeDataString(cursor) }.Uri;
    }
}
