package kit

import (
	"context"
	"fmt"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"sort"
	"strings"
	"time"
)

func listen(handler http.Handler) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{Handler: handler, IdleTimeout: 3 * time.Minute}
	go func() { log.Print(server.Serve(l)) }()
	return "http://" + l.Addr().String()
}

func page(w http.ResponseWriter, r *http.Request) {
	words := make([]string, 400)
	for i := range words {
		words[i] = fmt.Sprintf("line %d of %s", (i*7919)%400, r.URL.Path)
	}
	sort.Strings(words)
	if _, err := io.WriteString(w, strings.Join(words, "\n")); err != nil {
		return
	}
}

// visit keeps clients that read pages over connections kept alive, mostly idle.
func visit(ctx context.Context, base string, n int) {
	client := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: n + 1}}
	for i := 0; i < n; i++ {
		go read(ctx, client, base, i)
	}
}

func read(ctx context.Context, client *http.Client, base string, reader int) {
	rng := rand.New(rand.NewSource(int64(reader)))
	for turn := 0; ctx.Err() == nil; turn++ {
		answer, err := client.Get(fmt.Sprintf("%s/page/%d/%d", base, reader, turn))
		if err == nil {
			if _, err := io.Copy(io.Discard, answer.Body); err != nil {
				log.Print(err)
			}
			answer.Body.Close()
		}
		time.Sleep(time.Duration(300+rng.Intn(1200)) * time.Millisecond)
	}
}

type order struct {
	text string
	done chan int
}

// desk keeps workers that range over one queue, and a clerk that fills it.
func desk(ctx context.Context, n int) {
	queue := make(chan order, 8)
	for i := 0; i < n; i++ {
		go serve(queue)
	}
	go func() {
		for turn := 0; ctx.Err() == nil; turn++ {
			o := order{text: strings.Repeat("a piece of text ", 2000), done: make(chan int, 1)}
			queue <- o
			<-o.done
			time.Sleep(20 * time.Millisecond)
		}
	}()
}

func serve(queue <-chan order) {
	for o := range queue {
		o.done <- len(strings.Fields(o.text))
	}
}

// chores are loops that a ticker wakes.
func chores(ctx context.Context, n int) {
	for i := 0; i < n; i++ {
		go chore(ctx, time.Duration(700+i*310)*time.Millisecond)
	}
}

func chore(ctx context.Context, period time.Duration) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			_ = make([]byte, 256<<10)
		case <-ctx.Done():
			return
		}
	}
}
