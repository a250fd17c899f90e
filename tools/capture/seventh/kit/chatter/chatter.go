// Package chatter is connections that stay open and say something now and then: unix sockets and datagrams.
package chatter

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Lines opens n connections to a unix socket of this process; each asks for an echo about every period.
func Lines(n int, period time.Duration) error {
	folder, err := os.MkdirTemp("", "lines")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "control.sock")
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	go accept(l)
	for i := 0; i < n; i++ {
		c, err := net.Dial("unix", path)
		if err != nil {
			return err
		}
		go ask(c, period+time.Duration(i%7)*period/10)
	}
	return os.RemoveAll(folder)
}

func accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go answer(c)
	}
}

func answer(c net.Conn) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if _, err := fmt.Fprintf(c, "ok %s\n", lines.Text()); err != nil {
			return
		}
	}
}

func ask(c net.Conn, period time.Duration) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for n := 0; ; n++ {
		time.Sleep(period)
		if _, err := fmt.Fprintf(c, "status %d\n", n); err != nil || !lines.Scan() {
			return
		}
	}
}

// Beacons sends a datagram every period to each of n receivers.
func Beacons(n int, period time.Duration) error {
	out, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	var to []net.Addr
	for i := 0; i < n; i++ {
		in, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		to = append(to, in.LocalAddr())
		go hear(in)
	}
	go func() {
		for n := 0; ; n++ {
			time.Sleep(period)
			for _, address := range to {
				if _, err := out.WriteTo([]byte(fmt.Sprint("beacon ", n)), address); err != nil {
					log.Print(err)
				}
			}
		}
	}()
	return nil
}

func hear(in net.PacketConn) {
	heard := make([]byte, 512)
	for {
		if _, _, err := in.ReadFrom(heard); err != nil {
			log.Print(err)
			return
		}
	}
}
