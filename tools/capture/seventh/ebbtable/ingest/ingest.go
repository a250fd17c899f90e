// Package ingest reads events from connections.
package ingest

import (
	"bufio"
	"fmt"
	"log"
	"net"

	"go.tidewatch.example/streams/ebbtable/windows"
)

// Accept reads from all who connect.
func Accept(l net.Listener, w *windows.Windows) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go read(c, w)
	}
}

func read(c net.Conn, w *windows.Windows) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		e := &windows.Event{}
		if _, err := fmt.Sscanf(lines.Text(), "%d %s %d", &e.At, &e.Sensor, &e.Value); err != nil {
			log.Print(err)
			continue
		}
		w.Add(e)
	}
}
