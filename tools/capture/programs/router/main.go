// Command router routes messages to subscribers.
package main

import (
	"context"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"github.com/nimbus-mq/router/internal/consumer"
	"github.com/nimbus-mq/router/internal/topics"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	all := topics.NewTable(20)
	for i := 0; i < 60; i++ {
		go consumer.Run(ctx, all.Topic(i), i)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/publish", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("topic"))
		all.Topic(id).Publish(topics.Message{ID: int64(id), Body: make([]byte, 256)})
	})
	mux.HandleFunc("/stats", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("topic"))
		w.Write([]byte(strconv.Itoa(all.Topic(id).Size())))
	})
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 70, Pause: 500 * time.Millisecond, Timeout: 4 * time.Second, Path: func(r *rand.Rand) string {
		return []string{"/publish", "/publish", "/stats"}[r.Intn(3)] + "?topic=" + strconv.Itoa(r.Intn(20))
	}})
	<-ctx.Done()
}
