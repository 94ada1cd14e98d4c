using System.Text;
using Kinerja.Application.Exchange;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Tests.Exchange;

/// <summary>What goes wrong with a call.</summary>
internal enum SiasnCallFault
{
    None,

    /// <summary>Taken, and answered 500.</summary>
    TakenAnd500,

    /// <summary>Taken, and the answer was lost.</summary>
    TakenAndLost,

    /// <summary>Not taken, 500.</summary>
    Only500,

    TooMany,
    NoAnswer,
    SignOn,
}

/// <summary>SIASN behind a line that does what a test says, one fault a call in turn; then none.</summary>
internal sealed class FaultySiasn(FakeSiasn siasn) : ISiasnServer
{
    internal Queue<SiasnCallFault> Faults { get; } = [];

    /// <summary>The same for saves alone.</summary>
    internal Queue<SiasnCallFault> SaveFaults { get; } = [];

    /// <summary>What else happens while a call is under way.</summary>
    internal Func<string, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether what was taken is shown nowhere.</summary>
    internal bool ShowsNothing { get; set; }

    public Task<SiasnAnswer> GetAsync(SiasnAccount account, string path, CancellationToken cancel) =>
        CallAsync("GET", path, null);

    public Task<SiasnAnswer> PostAsync(
        SiasnAccount account, string path, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
        CallAsync("POST", path, Encoding.UTF8.GetString(body.Span));

    private async Task<SiasnAnswer> CallAsync(string method, string path, string? body)
    {
        await Meanwhile(path);
        var fault = method == "POST" && SaveFaults.TryDequeue(out var own) ? own
            : Faults.TryDequeue(out var next) ? next : SiasnCallFault.None;
        return fault switch
        {
            SiasnCallFault.None => method == "POST" && ShowsNothing ? new(200, null) : Answer(method, path, body),
            SiasnCallFault.TakenAnd500 => Answer(method, path, body) with { Status = 500 },
            SiasnCallFault.TakenAndLost when Answer(method, path, body) is not null => SiasnAnswer.None,
            SiasnCallFault.Only500 => new(500, null),
            SiasnCallFault.TooMany => new(429, null),
            SiasnCallFault.SignOn => new(401, null) { Fault = SiasnFault.SignOnRefused },
            _ => SiasnAnswer.None,
        };
    }

    private SiasnAnswer Answer(string method, string path, string? body)
    {
        var (status, json) = siasn.Answer(method, path, body);
        return new(status, Encoding.UTF8.GetBytes(json));
    }
}
