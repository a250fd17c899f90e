// Command mailer delivers mail with retries.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"github.com/postbox-app/mailer/internal/outbox"
	"github.com/postbox-app/mailer/internal/smtp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	templates := pool.Start(ctx, 20, func(smtp.Message) { time.Sleep(2 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	outbox.New(templates).Run(ctx, 50*time.Millisecond)
}
