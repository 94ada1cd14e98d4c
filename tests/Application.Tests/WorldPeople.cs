using Kinerja.Application.Notices;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;

namespace Kinerja.Application.Tests;

/// <summary>The part of the world that knows who people are and what they were told.</summary>
internal sealed partial class World
{
    internal FakeInboxes Inboxes { get; } = new();

    internal KeepInbox KeepInbox => new(AgencyDirectory, Inboxes, Clock);

    internal FakeIdentities Identities { get; } = new();

    internal FakeSecondments Secondments { get; } = new();

    internal MarkRegisterChanges Changes => new(Dirty, Closes, Clock);

    internal UpsertWorkforce Upsert => new(
        Workforce, AgencyDirectory, new RegisterNips(Identities, FakeIdentities.Key, Clock), Changes, Clock);

    internal NipDirectory Nips => new(Identities, FakeIdentities.Key, Clock);

    internal KeepSecondments KeepSecondments => new(AgencyDirectory, Workforce, Secondments, Changes, Clock);

    internal ListNipFindings NipFindings => new(Identities, Secondments, AgencyDirectory, Clock);
}
