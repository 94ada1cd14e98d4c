using System.Globalization;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Files.Imports;

internal sealed class PostsImport(UpsertWorkforce upsert, PreviewWorkforce preview)
    : RegisterImport<RegisterEntry<Post>, History<Post>, RegisterPlan<History<Post>>>
{
    public override ImportKind Kind => ImportKind.Posts;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "Post", "Jabatan", "analis-kepegawaian"),
        new("name", "Name", "Nama", "Analis Kepegawaian"),
        new("category", "Category", "Kategori", null),
        new("flexibleWork", "Flexible work", "Kerja fleksibel", "ya") { Form = CellForm.Flag },
        new("class", "Class of post", "Kelas jabatan", "7") { StaysIfLeftOut = true },
        new("from", "Holds from", "Berlaku mulai", "2026-01-01") { Form = CellForm.Day, MayBeLeftOut = true },
    ];

    protected override IReadOnlyList<ShownValue<History<Post>>> Shown { get; } =
    [
        new("name", (p, day) => p.On(day).Name),
        new("category", (p, day) => p.On(day).Category),
        new("flexibleWork", (p, day) => p.On(day).FlexibleWork ? "true" : "false"),
        new("class", (p, day) => p.On(day).Class?.ToString(CultureInfo.InvariantCulture)),
    ];

    protected override Result<RegisterEntry<Post>> Read(ImportRow row) => PostsRequest.ReadOne(
        new(row["id"], row["name"], row["category"], row.Flag("flexibleWork"), row["from"], row.Whole("class")), "")
        .Then<RegisterEntry<Post>>(entry => row.Kept.Count == 0 ? entry
            : entry with { Keeping = held => entry.Value with { Class = held.Class } });

    protected override string Subject(RegisterEntry<Post> entry) => entry.Value.Id.ToString();

    protected override LocalDate? From(RegisterEntry<Post> entry) => entry.From;

    protected override Task<Result<RegisterPlan<History<Post>>>> PreviewAsync(
        AgencyId agency, IReadOnlyList<ImportRow> rows, IReadOnlyList<RegisterEntry<Post>> entries,
        CancellationToken cancel) =>
        preview.PostsAsync(agency, entries, cancel);

    protected override Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<RegisterEntry<Post>> entries, RegisterPlan<History<Post>> plan,
        CancellationToken cancel) =>
        upsert.PutPostsAsync(actor, entries, cancel);
}
