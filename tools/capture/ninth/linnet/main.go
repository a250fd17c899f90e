// Command linnet tells a board's news to who looks at it.
package main

import (
	"log"
	"net"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.linnet.example/board/linnet/announce"
	"go.linnet.example/board/linnet/board"
	"go.linnet.example/board/linnet/readers"
)

var words map[string]*shelf.Entry

func main() {
	readers.Main()
	news := announce.New()
	boot.Up(
		func() error {
			words = shelf.Vocabulary(8)
			mill.Records(200)
			roster.Workers(40, 20*time.Millisecond)
			roster.Inspectors(30, 900*time.Millisecond)
			return chatter.Lines(25, 400*time.Millisecond)
		},
		func() error {
			boot.Every(4*time.Second, func(turn int) { news.Publish(announce.Item{Number: turn, Text: "news"}) })
			return nil
		},
		func() error { return open(news) },
	)
}

func open(news *announce.Announcer) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: board.New(news), ReadHeaderTimeout: 10 * time.Second}
	go func() { log.Print(server.Serve(l)) }()
	return readers.Start("http://" + l.Addr().String())
}
