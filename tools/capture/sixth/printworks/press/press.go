// Package press is the printer, in a process of its own, and the way to it.
package press

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

const memory = 32 << 10 // bytes that wait on either side

// Serve prints what comes, at the printer's speed, and never returns.
func Serve(l net.Listener, _ string) {
	s := &http.Server{
		Handler:           http.HandlerFunc(print),
		ReadHeaderTimeout: 10 * time.Second,
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			if err := c.(*net.TCPConn).SetReadBuffer(memory); err != nil {
				log.Print(err)
			}
			return ctx
		},
	}
	log.Fatal(s.Serve(l))
}

func print(w http.ResponseWriter, r *http.Request) {
	page := make([]byte, 64<<10)
	for pages := 1; ; pages++ {
		_, err := io.ReadFull(r.Body, page)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			fmt.Fprintf(w, "%d pages", pages)
			return
		}
		if err != nil {
			return
		}
		time.Sleep(500 * time.Millisecond)
	}
}

// Client sends to a press.
type Client struct {
	base string
	http http.Client
}

// NewClient sends to base.
func NewClient(base string) *Client {
	return &Client{base: base, http: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8, DialContext: dial}}}
}

func dial(ctx context.Context, network, address string) (net.Conn, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return conn, conn.(*net.TCPConn).SetWriteBuffer(memory)
}

// Print sends all that document has and waits until it is printed.
func (c *Client) Print(ctx context.Context, document io.Reader) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/print", document)
	if err != nil {
		return err
	}
	answer, err := c.http.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
