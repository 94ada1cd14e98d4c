using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Application.Webhooks;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>A source as it stands, and the newest pull from it; null before there was one.</summary>
public sealed record RegisterSourceState(RegisterSource Source, RegisterPull? Pull);

/// <summary>Where an agency's own system gives its register, and what to do with what is read there.</summary>
public sealed class KeepRegisterSource(
    AgencyDirectory register,
    IRegisterPulls pulls,
    IRegisterPullQueue queue,
    WebhookSettings settings,
    TimeProvider clock)
{
    /// <summary>
    /// Another address is read from its beginning. A token is left out only where one is known for the same server: it
    /// is never sent to another.
    /// </summary>
    public async Task<Result<RegisterSourceState>> PutAsync(
        Actor actor, RegisterSourceCommand asked, CancellationToken cancel)
    {
        if (!WebhookAddress.Parse(asked.Url, settings.AllowLocal).TryGet(out var url, out var refusal))
        {
            return refusal;
        }

        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        while (true)
        {
            var standing = await pulls.FindSourceAsync(actor.Agency, cancel);
            var known = standing?.Value;
            var same = known is not null && known.Url.GetLeftPart(UriPartial.Authority)
                == url.GetLeftPart(UriPartial.Authority);
            if ((asked.Token ?? (same ? known!.Token : null)) is not { } token)
            {
                return Refusal.Malformed("/token", "A token is expected with the first address on a server.");
            }

            var next = new RegisterSource(actor.Agency, url, token, asked.AutomaticUpTo, clock.Now())
            {
                Actor = actor,
            };
            next = known is not null && known.Url == url
                ? next with { Tag = known.Tag, ReadAt = known.ReadAt, Problem = known.Problem }
                : next;
            if (await pulls.PutSourceAsync(next, standing?.Tag, cancel))
            {
                return await StateAsync(next, cancel);
            }
        }
    }

    public Task<Result<RegisterSourceState>> FindAsync(AgencyId agency, CancellationToken cancel) =>
        OfSourceAsync(agency, source => StateAsync(source.Value, cancel), cancel);

    public async Task<Result<AgencyId>> RemoveAsync(AgencyId agency, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        await pulls.RemoveSourceAsync(agency, cancel);
        return agency;
    }

    /// <summary>Reads it now, whether or not its version has changed. Twice is read twice and finds the same.</summary>
    public Task<Result<RegisterSourceState>> PullAsync(Actor actor, CancellationToken cancel) => OfSourceAsync(
        actor.Agency,
        async source =>
        {
            await queue.SendAsync(new RegisterPullStep(actor.Agency, null, Anew: true), cancel);
            return await StateAsync(source.Value, cancel);
        },
        cancel);

    private async Task<Result<RegisterSourceState>> OfSourceAsync(
        AgencyId agency, Func<Tagged<RegisterSource>, Task<RegisterSourceState>> then, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null ? NotFound.Agency(agency)
        : await pulls.FindSourceAsync(agency, cancel) is { } source ? await then(source)
        : NotFound.RegisterSource(agency);

    private async Task<RegisterSourceState> StateAsync(RegisterSource source, CancellationToken cancel) =>
        new(source, (await pulls.FindPullAsync(source.AgencyId, cancel))?.Value);
}
