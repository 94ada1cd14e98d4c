using Kinerja.Domain;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// A policy document as it is stored and handed out: the same bytes. The version counts from 1 for each kind and date.
/// </summary>
public sealed record PolicyDocument(
    string Kind, LocalDate From, int Version, Instant WrittenAt, ReadOnlyMemory<byte> Json)
{
    public Actor? Actor { get; init; }

    /// <summary>Whether the national operator gave it, for all agencies.</summary>
    public bool IsNational { get; init; }

    public string Name => PolicyVersion.Name(Kind, From, Version, IsNational);
}

public interface IPolicies
{
    /// <summary>Every version of every document of that kind, by date and version.</summary>
    IAsyncEnumerable<PolicyDocument> ListAsync(DocumentOwner owner, string kind, CancellationToken cancel);

    /// <summary>The versions written for that date, by version.</summary>
    IAsyncEnumerable<PolicyDocument> ListAsync(
        DocumentOwner owner, string kind, LocalDate from, CancellationToken cancel);

    /// <summary>Stores a version once; false when somebody else took that version.</summary>
    Task<bool> AddAsync(DocumentOwner owner, PolicyDocument document, CancellationToken cancel);
}
