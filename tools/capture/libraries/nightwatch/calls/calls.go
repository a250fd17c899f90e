// Package calls reports what goes wrong.
package calls

import (
	"context"

	"github.com/getsentry/sentry-go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start reports as things go wrong.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2.5, func(int) { _ = Report("a shadow") })
	return nil
}

// Report reports one thing.
func Report(what string) error {
	client, err := sentry.NewClient(sentry.ClientOptions{Dsn: "http://key@127.0.0.1:9/1"})
	if err != nil {
		return err
	}
	sentry.NewHub(client, sentry.NewScope()).CaptureMessage(what)
	return nil
}
