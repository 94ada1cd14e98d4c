using System.Net;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>What an answer of the service, or no answer, means to the caller.</summary>
internal static class Failures
{
    public static Exception Of(HttpStatusCode status, string text, Call call)
    {
        var message = text.Length > 0 ? text : $"The service answered {(int)status}.";
        return status switch
        {
            HttpStatusCode.Unauthorized => new UnauthorizedAccessException(message),
            HttpStatusCode.BadRequest => new ArgumentException(message),
            HttpStatusCode.NotFound when call.IsSettlement =>
                Lasting(ServiceBusFailureReason.MessageLockLost),
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                Lasting(ServiceBusFailureReason.MessagingEntityNotFound),
            HttpStatusCode.Forbidden => Lasting(SpeaksOfSize(text)
                ? ServiceBusFailureReason.MessageSizeExceeded
                : ServiceBusFailureReason.QuotaExceeded),
            HttpStatusCode.RequestEntityTooLarge =>
                Lasting(ServiceBusFailureReason.MessageSizeExceeded),
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests =>
                Passing(ServiceBusFailureReason.ServiceBusy),
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout =>
                Passing(ServiceBusFailureReason.ServiceTimeout),
            HttpStatusCode.BadGateway =>
                Passing(ServiceBusFailureReason.ServiceCommunicationProblem),
            >= HttpStatusCode.InternalServerError =>
                Passing(ServiceBusFailureReason.GeneralError),
            _ => Lasting(ServiceBusFailureReason.GeneralError),
        };

        ServiceBusException Lasting(ServiceBusFailureReason reason) =>
            new(isTransient: false, message, call.Entity.Path, reason);

        ServiceBusException Passing(ServiceBusFailureReason reason) =>
            new(isTransient: true, message, call.Entity.Path, reason);
    }

    public static ServiceBusException Unreached(HttpRequestException failure, Call call) =>
        new(isTransient: true, failure.Message, call.Entity.Path,
            ServiceBusFailureReason.ServiceCommunicationProblem, failure);

    public static ServiceBusException TimedOut(Exception failure, Call call) =>
        new(isTransient: true, "The service did not answer in time.", call.Entity.Path,
            ServiceBusFailureReason.ServiceTimeout, failure);

    // Too large and quota exceeded share a status; only the text tells them apart.
    private static bool SpeaksOfSize(string text) =>
        text.Contains("MessageSizeExceeded", StringComparison.OrdinalIgnoreCase)
        || text.Contains("too large", StringComparison.OrdinalIgnoreCase)
        || (text.Contains("bytes", StringComparison.OrdinalIgnoreCase)
            && text.Contains("limit", StringComparison.OrdinalIgnoreCase));
}
