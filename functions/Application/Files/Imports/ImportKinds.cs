using Kinerja.Application.Evaluation;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>Every kind of import.</summary>
public sealed class ImportKinds(
    UpsertWorkforce upsert, PreviewWorkforce preview, RatePerformance rate, RecordLeave leave, IPolicies policies,
    PublishPolicy publish)
{
    private readonly PeopleImport _people = new(upsert, preview);
    private readonly UnitsImport _units = new(upsert, preview);
    private readonly PostsImport _posts = new(upsert, preview);
    private readonly RatingsImport _ratings = new(rate);
    private readonly LeaveImport _leave = new(leave);
    private readonly CalendarImport _calendar = new(policies, publish);

    internal IImportKind Of(ImportKind kind) => kind switch
    {
        ImportKind.People => _people,
        ImportKind.Units => _units,
        ImportKind.Posts => _posts,
        ImportKind.Ratings => _ratings,
        ImportKind.Leave => _leave,
        ImportKind.Calendar => _calendar,
    };
}
