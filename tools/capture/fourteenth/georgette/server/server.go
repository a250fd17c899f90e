// Package server has a goroutine for each line and one that answers on it.
package server

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

const silence = 2 * time.Minute

// Listen takes lines on a free port.
func Listen() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		for {
			line, err := l.Accept()
			if err != nil {
				log.Print(err)
				return
			}
			go serve(line)
		}
	}()
	return l.Addr().String(), nil
}

type device struct {
	mu   sync.Mutex
	last [64]float64
	n    int
}

func serve(line net.Conn) {
	defer line.Close()
	d, replies := &device{}, make(chan string, 8)
	defer close(replies)
	go answer(line, replies)
	in := bufio.NewScanner(line)
	for {
		if err := line.SetReadDeadline(time.Now().Add(silence)); err != nil || !in.Scan() {
			return
		}
		replies <- d.note(in.Text())
	}
}

func (d *device) note(text string) string {
	var value float64
	_, _ = fmt.Sscan(text, &value)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last[d.n%len(d.last)] = value
	d.n++
	return fmt.Sprint("ok ", d.n)
}

func answer(line net.Conn, replies <-chan string) {
	out := bufio.NewWriter(line)
	for reply := range replies {
		_, _ = out.WriteString(reply + "\n")
		if out.Flush() != nil {
			break
		}
	}
	for range replies {
	}
}
