// Package exchange sends a request as a datagram and waits for the answer with its number.
package exchange

import (
	"encoding/binary"
	"errors"
	"log"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// ErrNoAnswer says that there was no answer in time.
var ErrNoAnswer = errors.New("exchange: no answer")

type pending struct {
	sent    time.Time
	request []byte
	answer  chan []byte
}

// Client has one socket for all.
type Client struct {
	socket  net.PacketConn
	timeout time.Duration
	number  uint64
	pending sync.Map // of *pending by number
}

// Dial opens the socket.
func Dial(timeout time.Duration) (*Client, error) {
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	c := &Client{socket: socket, timeout: timeout}
	go c.receive()
	return c, nil
}

func newPending(number uint64, request []byte) *pending {
	frame := make([]byte, 8, 8+len(request))
	binary.BigEndian.PutUint64(frame, number)
	return &pending{sent: time.Now(), request: append(frame, request...), answer: make(chan []byte, 1)}
}

func (c *Client) register(request []byte) *pending {
	number := atomic.AddUint64(&c.number, 1)
	p := newPending(number, request)
	c.pending.Store(number, p)
	return p
}

// Call asks the station at to.
func (c *Client) Call(to net.Addr, request []byte) ([]byte, error) {
	p := c.register(request)
	if _, err := c.socket.WriteTo(p.request, to); err != nil {
		return nil, err
	}
	late := time.NewTimer(c.timeout)
	defer late.Stop()
	select {
	case answer := <-p.answer:
		return answer, nil
	case <-late.C:
		return nil, ErrNoAnswer
	}
}

func (c *Client) receive() {
	packet := make([]byte, 2048)
	for {
		n, _, err := c.socket.ReadFrom(packet)
		if err != nil {
			log.Print(err)
			return
		}
		if n < 8 {
			continue
		}
		if p, waits := c.pending.LoadAndDelete(binary.BigEndian.Uint64(packet)); waits {
			p.(*pending).answer <- append([]byte(nil), packet[8:n]...)
		}
	}
}
