using Kinerja.Domain;

namespace Kinerja.Application;

/// <summary>Whose a document is: an agency's, or the nation's (null).</summary>
public readonly record struct DocumentOwner(AgencyId? Agency)
{
    public static DocumentOwner Nation { get; }

    public bool IsNation => Agency is null;

    public static implicit operator DocumentOwner(AgencyId agency) => new(agency);
}
