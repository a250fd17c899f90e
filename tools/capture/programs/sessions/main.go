// Command sessions signs users in and keeps their sessions alive.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.com/identity/sessions/internal/session"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
	"example.org/ops/pool"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 28, 2600)
	revoked := hub.New[int]()
	for i := 0; i < 220; i++ {
		go revoked.Subscribe(ctx, func(int) {})
	}
	go revoked.Every(ctx, time.Second, func() int { return 17 })
	mail := pool.Start(ctx, 100, func(string) { time.Sleep(10 * time.Millisecond) })
	users := session.NewDirectory(mail)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, _ := strconv.Atoi(r.URL.Query().Get("user"))
		if err := users.Login(user); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		fmt.Fprintln(w, "welcome")
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 24, Pause: time.Second, Path: func(r *rand.Rand) string {
		return "/login?user=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
