using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>
/// Reads an agency's register from its own system, keeps what differs, and lets it hold by the agency's figure. What a
/// reading finds comes to an id of its own, so that reading again is the same pull; while one is being written none is
/// read.
/// </summary>
public sealed class PullRegister(
    IRegisterPulls pulls,
    IRegisterPullQueue queue,
    RegisterReader reader,
    CompareRegister compare,
    AgencyDirectory register,
    TimeProvider clock)
{
    /// <summary>Throws when the server cannot be reached, so that the queue brings the step again.</summary>
    public async Task ExecuteAsync(RegisterPullStep step, CancellationToken cancel)
    {
        if (await pulls.FindSourceAsync(step.AgencyId, cancel) is not { } source
            || await register.TodayAsync(step.AgencyId, cancel) is not { } today)
        {
            return;
        }

        var standing = await pulls.FindPullAsync(step.AgencyId, cancel);
        if (standing is { Value.State: PullState.Agreed })
        {
            await queue.SendAsync(new(step.AgencyId, standing.Value.Id, false), cancel);
            return;
        }

        var reading = await ReadAsync(source, step.Anew, cancel);
        if (reading.Register is { } given)
        {
            var found = await compare.ExecuteAsync(step.AgencyId, given, today, cancel);
            if (!await KeepAsync(source.Value, standing, found, cancel))
            {
                return;
            }
        }

        var now = clock.Now();
        var next = reading.Fault is { } fault
            ? source.Value.Failed(fault, reading.Detail, now)
            : source.Value.Read(reading.Tag, now);
        await pulls.PutSourceAsync(next, source.Tag, cancel);
        if (reading.Fault == PullFault.Unreachable)
        {
            throw new InvalidOperationException($"The register of {step.AgencyId} cannot be read: {reading.Detail}");
        }
    }

    private async Task<RegisterReading> ReadAsync(
        Tagged<RegisterSource> source, bool anew, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(source.Value, anew, cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            var failed = source.Value.Failed(
                PullFault.Unreachable, "No answer came, or one that broke off.", clock.Now());
            await pulls.PutSourceAsync(failed, source.Tag, cancel);
            throw;
        }
    }

    /// <summary>
    /// The changes come before the pull that names them. False when another step was faster: it has read too, or
    /// somebody agreed meanwhile; the next reading compares again.
    /// </summary>
    private async Task<bool> KeepAsync(
        RegisterSource source, Tagged<RegisterPull>? standing, RegisterComparison found, CancellationToken cancel)
    {
        var former = standing?.Value;
        if (former is { State: PullState.Open } && former.Id == found.Id
            && found.Counts.Changes > source.AutomaticUpTo)
        {
            return true;
        }

        var pull = RegisterPull.Found(source, found.Id, found.Counts, clock.Now());
        await pulls.PutChangesAsync(source.AgencyId, pull.Id, found.Changes, cancel);
        if (!await pulls.PutPullAsync(pull, standing?.Tag, cancel))
        {
            return false;
        }

        if (former is not null && former.Id != pull.Id)
        {
            await pulls.RemoveChangesAsync(source.AgencyId, former.Id, cancel);
        }

        if (pull.State == PullState.Agreed)
        {
            await queue.SendAsync(new(source.AgencyId, pull.Id, false), cancel);
        }

        return true;
    }
}
