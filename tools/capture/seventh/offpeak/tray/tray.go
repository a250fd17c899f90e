// Package tray takes jobs.
package tray

import (
	"bufio"
	"log"
	"net"

	"go.nightdesk.example/print/offpeak/press"
)

// Accept takes jobs from all who connect.
func Accept(l net.Listener, hall *press.Hall) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go func() {
			defer c.Close()
			lines := bufio.NewScanner(c)
			for lines.Scan() {
				hall.Print(&press.Job{Title: lines.Text()})
			}
		}()
	}
}
